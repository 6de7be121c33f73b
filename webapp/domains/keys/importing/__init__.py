"""Bringing key sets in from a workbook: read and looked at first, then kept by the phone like any registration."""
