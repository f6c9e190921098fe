"""What `trace` found, as lines for a person. No module here queries a database."""
