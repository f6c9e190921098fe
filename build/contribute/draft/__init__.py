"""From an article, or phrases of a page, to the draft of its rows.

`article` reads what was given, `reading` finds what stands in it, `known` says what is in the
dataset. `bodies`, `papers`, `people`, `facts`, `matters` and `speech` each make the rows of their
tables and share a `scene`; `rest` makes what is left, and `files` writes all. Nothing here is a
decision: a person reads the draft, answers its questions and deletes what is wrong.
"""
