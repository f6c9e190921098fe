"""Where a value comes from: what is found for `trace`, as values; `lines` tells it to a person.

Imports `data`, `prose` and `published`.
"""
