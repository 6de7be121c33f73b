"""What pages ask of vacant units: the building's picture, one unit's history, coverage, care, fees."""
