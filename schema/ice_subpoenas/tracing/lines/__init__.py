"""What `trace` found, as lines for a person. No module of it asks a database."""
