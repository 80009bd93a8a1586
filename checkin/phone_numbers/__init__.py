"""What people type as a phone number, and the one way in which it is kept."""
