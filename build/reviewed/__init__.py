"""The files that people write: what stands in them, and on which line.

May import the package and nothing else of build."""
