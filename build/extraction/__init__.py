"""Scripted extraction from news text: proposals with spans and named rules, for a person to review."""
