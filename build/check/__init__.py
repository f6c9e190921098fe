"""The stages of a check in order, the proposals that it settles, and the readings of rows.

May import evidence, texts, reviewed and extraction."""
