"""A table's declaration in each published format, one file per format."""

VERSION = "0.1.0"
"""Version of the dataset and of the package."""

DATA_LICENSE = "CC0-1.0"
"""License of our rows; it does not cover the words that are quoted."""

LICENSE_PATH = "https://creativecommons.org/publicdomain/zero/1.0/"

MISSING = ("", "nan", "NaT")
"""Texts that readers of the published files take for a null, so that no cell may hold one."""
