"""The rules of emergency entries, pure: what is sent, how it is decided, which rows follow."""
