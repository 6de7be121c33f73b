"""Bringing what is known of units in from a workbook: looked at first, then kept by the phone like any card."""
