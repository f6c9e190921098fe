"""The sheets of the workbook after the first, one module per subject. None imports another."""
