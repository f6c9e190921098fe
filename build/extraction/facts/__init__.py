"""Numbers, ages, offenses, demands, answers and detainers.

May import text, grammar, dates, names and lexicon."""
