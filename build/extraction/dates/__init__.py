"""Dates in words, and the days that they allow."""
