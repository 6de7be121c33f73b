"""Prints of many labels, drawn by the worker."""
