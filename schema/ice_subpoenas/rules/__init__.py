"""What rows must keep, each rule said once: code, reasons, remedy and question.

The .sql files hold the declarations. A rule without a question is asked while files are read. The
rules are asked of relations and know nothing of where these come from.
"""
