"""Verifies the book: walks the chain, derives every row again, asks every witness."""

from webapp.ground.logbook.verify.service import Report, verify

__all__ = ["Report", "verify"]
