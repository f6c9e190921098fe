"""Scripted extraction from news text: proposals by named rules, for a person to review."""
