"""The people of the demo and of the tests. All are made up. Source: scenarios.md."""
