"""The departments of an estate: who heads them, who belongs to them."""
