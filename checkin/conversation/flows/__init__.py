"""What a flow file may say: read, checked, and made ready for walking."""
