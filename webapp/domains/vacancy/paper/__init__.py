"""The check of a vacant unit on paper (空置房检查记录)."""
