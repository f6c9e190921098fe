"""From an article, or phrases of a page, to the draft of its rows.

`pages` reads the input, `reading` finds what it says, `known` says what is in the
dataset, `makers` make the rows, and `files` writes all. Nothing here is a decision: a person reads
the draft, answers its questions and deletes what is wrong.
"""
