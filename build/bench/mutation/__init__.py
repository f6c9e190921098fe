"""How strong the check is: wrong edits of the real rows, and how many of each kind it catches.

One module a kind of edit (values, words, rows), one that judges them, one that edits published
tables, one that reports.
"""
