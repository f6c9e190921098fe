"""Releases: pack and open archives, verify one without the texts, say what differs between two.

Imports published, rules, relations and formats.
"""
