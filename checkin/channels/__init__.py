"""How a person is asked and heard: a folder for each way."""
