"""The rules of renovations, free of database and web."""
