"""The custody mandate on paper: part 1 for the office, part 2 for the owner (一式两联)."""
