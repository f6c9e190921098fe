"""The files that people write: what they contain, and on which line.

May import the package and nothing else of build."""
