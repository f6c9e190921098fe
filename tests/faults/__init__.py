"""What is tried to break the dataset: kills, locks, full disks, links, hostile files, forgeries.

Each module holds the attempts of one kind, as data or as functions. The tests try some of each, and
`pytest --all` tries all; docs/strength.md lists them.
"""
