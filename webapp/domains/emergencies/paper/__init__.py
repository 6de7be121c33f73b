"""The emergency entry on paper (紧急进入记录)."""
