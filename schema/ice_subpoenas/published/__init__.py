"""The published files: what each is called, and what it contains. `build` writes them, and `verify`
makes them again to compare.

Imports formats, tables and views; does not know how rows are checked.
"""
