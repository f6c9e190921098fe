"""Each module makes the rows of its tables from what was found in an article.

`bodies`, `papers`, `persons` and `happened` read; `grounds`, `speech` and `unsaid` share their
`scene`; `offers` decides which rows stand and which are only offered; `rest` makes what is left.
"""
