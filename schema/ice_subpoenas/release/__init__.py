"""Releases: pack and open archives, verify one without the texts, show what differs between two."""
