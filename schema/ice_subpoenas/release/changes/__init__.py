"""What differs between two states of the tables, fact by fact, and how it is printed.

A fact is a cell that somebody could dispute, that we judged, or that says what a row belongs to,
with its evidence and, where it is null, the reason for that. Computed columns follow from facts and
are not printed again. Texts and readings that changed are printed separately.
"""
