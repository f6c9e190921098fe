"""The rules that rows must keep, each declared once: code, reasons, remedy and query.

The .sql files hold the declarations. A rule without a query is applied while files are read. The
queries read relations and know nothing of where these come from.
"""
