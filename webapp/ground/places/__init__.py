"""Places: estate, building, stairwell, floor, unit; the places on a round, and the labels that hang there."""
