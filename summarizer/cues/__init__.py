"""Candidates found in a text by its own wording: names, who says what, violence, time limits; pure, no model asked."""
