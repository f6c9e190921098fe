"""From words to values: where words stand, what follows from them, and how they stand to a cell.

May import reviewed and texts."""
