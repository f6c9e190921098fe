"""What our sentences say of rows, for the workbook, the trace and the pages; imports `tables`."""
