"""The stages of a check in order, the proposals that must be settled, and the readings of rows."""
