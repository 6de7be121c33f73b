"""Rules of a patrol, free of database and web; each file answers one question.

Is a visit whole (`remarks`), how good is its evidence (`evidence`), when are the rounds (`rounds`), what has become of
a place (`places`), what does a visit come to (`decision`).
"""
