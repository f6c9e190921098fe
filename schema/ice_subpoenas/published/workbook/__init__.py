"""The sheets of the workbook after its first, one module a subject.

None knows of another; `own.py` is what they share.
"""
