"""The papers of a renovation: texts that an estate may word itself, filled in from the case, as PDF."""
