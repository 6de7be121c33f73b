"""The estate's calendar: working days, and moments of local times. Rules only; it keeps nothing."""
