"""What every room stands on: store, errors, actor, clock, feed. Knows no domain."""
