"""Somebody leaves an estate, and may come back: their part in it ends, what they recorded before still arrives."""
