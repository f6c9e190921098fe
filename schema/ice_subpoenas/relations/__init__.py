"""The tables of a dataset in DuckDB, and what follows from them; the rules are applied to these.

Rows come from reviewed files or from a folder of Parquet; from then on both are treated alike. One
query or function computes each computed value: it fills the value for reviewed files and compares
it for Parquet. Nothing here knows of reviewed files.
"""
