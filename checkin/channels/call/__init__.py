"""A phone rings: how staff are told when it cannot wait."""
