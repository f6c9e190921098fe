"""Our sentences about rows, for the workbook, the trace and the pages."""
