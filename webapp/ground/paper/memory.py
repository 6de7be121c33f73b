"""What the typesetter remembers: after a compilation it keeps what it made, for the next that is alike."""

import typst

# It drops what it remembers of a compilation after ten more of them.
_UNTIL_FORGOTTEN = 11
_NOTHING = b"#set page(width: 1mm, height: 1mm)"


def forget() -> None:
    """Let the typesetter drop what it remembers: labels and forms are never set twice, and a thousand are 100 MB."""
    for _ in range(_UNTIL_FORGOTTEN):
        typst.compile(_NOTHING, font_paths=[], ignore_system_fonts=True)
