"""The round's life as a page of the patrol book: finished, signed by a second colleague, signed off, voided."""
