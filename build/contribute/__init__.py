"""The commands with which people write and review rows."""
