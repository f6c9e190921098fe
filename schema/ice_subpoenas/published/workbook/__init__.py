"""The sheets of the workbook after the first, one module per subject. None imports another."""

from ...views import asked

ASKED = asked("published/workbook/sheets")
"""What the sheets ask, by the headings of the .sql file beside this module."""
