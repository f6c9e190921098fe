"""Fixtures that several tests share."""

from __future__ import annotations

from pathlib import Path

import publish
import pytest
import sample


@pytest.fixture
def rows() -> sample.Rows:
    """A fresh copy of the invented dataset, to change at will."""
    return sample.rows()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of published files that no test changes."""
    out = tmp_path_factory.mktemp("datasets")
    publish.write(sample.rows(), out)
    return out
