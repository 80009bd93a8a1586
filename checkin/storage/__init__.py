"""What is kept: the only folder that speaks to the database."""
