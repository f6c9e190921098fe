"""The page of an act: its story in order, each sentence with the words behind it."""
