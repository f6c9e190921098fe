"""The site: static files that anybody can open from a folder, made from the published tables."""

SITE_REPOSITORY = ""
"""Address of the repository's files, with a slash at its end; empty where the site carries them."""
