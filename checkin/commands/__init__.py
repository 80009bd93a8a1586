"""What can be typed after `checkin`, a file for each group of commands."""
