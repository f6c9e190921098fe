"""Whether the addresses of sources still answer, and where copies of the pages are archived."""
