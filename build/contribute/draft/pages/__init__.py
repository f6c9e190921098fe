"""The words of an article, of a page, or of quoted phrases, and what its head and lines are."""
