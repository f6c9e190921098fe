"""Pages on this subject: what a reader marked on them, and how much of it the script finds."""
