"""From words to values: where words are, what follows from them, and how they bear on a cell."""
