"""What every inspection refers to.

Rooms import only those before them: estates, people, calendar, places, photos, checklists, logbook, notices.
"""
