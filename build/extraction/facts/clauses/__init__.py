"""A sentence read as clauses: who does what, and whether it is said to be so."""
