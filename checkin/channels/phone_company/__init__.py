"""What texts and calls share: the phone company's client, its faults, its signature."""
