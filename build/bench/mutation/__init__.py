"""How strong the check is: wrong edits to the real rows, and how many of each kind it catches.

There is one module for each kind of edit (values, words, rows), one that judges them, one that
edits published tables, and one that reports.
"""
