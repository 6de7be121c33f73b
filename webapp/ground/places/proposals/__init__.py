"""Proposals: the places that a register lets expect, for the administrator to confirm."""
