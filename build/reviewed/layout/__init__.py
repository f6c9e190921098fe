"""How a reviewed file is formatted: from its syntax tree to lines in one form."""
