"""Rules of vacant units, free of database and web; each file answers one question.

Who is visited (`regime`), how old the house is (`risk`), of which week or month a day is (`periods`), which items a
check asks (`items`), what a check comes to (`checking`), how much was checked (`coverage`), which care is due (`care`).
"""
