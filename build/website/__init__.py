"""The page: static files that anybody can open from a folder, made from the published tables."""

SITE_REPOSITORY = ""
"""Address of the repository's files, ending in a slash. Empty: the page carries what it links to."""
