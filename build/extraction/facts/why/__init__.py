"""Reasons that somebody gives: turns of phrase that serve a model as features."""
