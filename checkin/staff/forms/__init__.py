"""What staff write into a form, read field by field; what cannot be read is said beside its field."""
