"""The rules of check sheets, pure: what is sent, how it is decided, which rows follow."""
