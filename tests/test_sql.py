"""Connections: what is kept for a while goes, and hides no error."""

from __future__ import annotations

from contextlib import closing

import duckdb
import pytest

from ice_subpoenas.sql import kept, memory


def test_rows_of_a_view_are_kept_for_a_while_and_the_first_error_is_told() -> None:
    with closing(memory()) as con:
        con.execute("CREATE VIEW a AS SELECT 1 AS n")
        with kept(con, "a"):
            con.execute("CREATE OR REPLACE VIEW memory.main.a AS SELECT 2 AS n")
            assert con.execute("FROM a").fetchall() == [(1,)]
        assert con.execute("FROM a").fetchall() == [(2,)]

        con.begin()
        with pytest.raises(duckdb.BinderException, match="nosuch"), kept(con, "a"):
            con.execute("SELECT nosuch FROM a")
