"""How a check-in, an alert, a message and a loop may move, and when each becomes due; nothing here touches the world."""
