"""The watch over the watch: a process of its own that looks whether anybody still looks.

It reads the database, changes nothing, and has its own way to be heard (alerts.md 8, layers 2 and 3).
"""
