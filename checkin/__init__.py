"""Checkin: people who draw on support say how things are, and someone acts on it."""
