"""Invented sentences with the speaker of each quotation: to test by, and to learn from."""

from __future__ import annotations

from pathlib import Path

SENTENCES = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
"""A text | its quotations' speakers in order (a word of the mention; - for nobody).

¶ parts two paragraphs. The sentences from Whitlock on were written before the rules had read them:
79 of 90 were right at first contact.
"""
