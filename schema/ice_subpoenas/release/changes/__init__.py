"""What differs between two states of the tables, fact by fact, and how it is told.

A fact is a cell that somebody could dispute, that we judged, or that says what a row belongs to,
with its evidence and, where it is null, the reason of that. Computed columns follow from facts and
are not told again. Texts and readings that changed are told apart.
"""
