"""The ends of the logbook's days, as they were sent out of the house, and whether the book still says so."""
