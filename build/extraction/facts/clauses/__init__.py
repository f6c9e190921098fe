"""A sentence read as clauses: who does what, whether it is so, and what models see of it."""
