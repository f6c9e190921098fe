"""The tables of a dataset in DuckDB, and what follows from them; the rules are asked of these.

Rows come from reviewed files or from a folder of Parquet; from there on both are the same. What is
computed is computed by one query or function, which fills it for the one and compares it for the
other. Imports the ground, the tables and the derivations; knows no file that people write.
"""
