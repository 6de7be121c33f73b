"""Routes: which places are walked together, in which order, by whom."""
