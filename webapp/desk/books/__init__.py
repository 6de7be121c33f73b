"""The forms of all rooms: any numbered page looked up, printed, and a month of one form as a workbook."""
