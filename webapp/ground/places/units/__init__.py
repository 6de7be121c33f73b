"""Units: what each is, since when, and by whose word (`vacancy.md` 1)."""
