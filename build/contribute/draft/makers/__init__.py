"""Each module makes the rows of its tables from what was found in an article.

`bodies`, `papers`, `people`, `facts`, `matters` and `speech` share a `scene`; `rest` makes what is
left. May import check and extraction, and the modules of `contribute.draft` that read."""
