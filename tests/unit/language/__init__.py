"""The flow language: reading, checking, versions."""
