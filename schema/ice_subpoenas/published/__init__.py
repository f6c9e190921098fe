"""The published files: how they are called, and what each holds. `build` writes them and `verify`
makes them again to compare.

Imports formats, tables and views; knows nothing of how rows are checked.
"""
