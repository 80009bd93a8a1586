"""What happens: one file for each thing that can happen, each reads as its story."""
