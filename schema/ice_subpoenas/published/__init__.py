"""The published files: what each is called, and what it contains. `build` writes them, and `verify`
makes them again to compare.

Nothing here knows how rows are checked.
"""
