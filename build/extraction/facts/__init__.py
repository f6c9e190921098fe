"""Numbers, ages, offenses, demands, answers and detainers."""
