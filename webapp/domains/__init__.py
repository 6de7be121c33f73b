"""One package for each kind of field work; no domain imports another."""
