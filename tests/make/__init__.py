"""Builders: each makes one believable thing and lets a test name only what it is about."""
