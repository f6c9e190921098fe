"""Reasons that somebody gives: turns of phrase, and the model to which they are signs."""
