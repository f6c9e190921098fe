"""Reasons that somebody gives: turns of phrase, which are signs to a model."""
