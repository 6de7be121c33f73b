"""Rules of keys, pure: the two machines of `keys.md` 6, one file for each part of a key's life."""
