"""The person's pages in a real browser: the checks of screens.md."""
