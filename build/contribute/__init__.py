"""The commands with which people write and review rows.

May import check, extraction and scale."""
