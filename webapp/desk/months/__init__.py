"""Months: the archivist closes one, its records are bundled, and destroyed once their time is over."""
