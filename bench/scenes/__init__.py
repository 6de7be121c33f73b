"""Labels as a phone sees them in the field: made by rule from a seed, so that decoders can be compared."""
