"""Signatures as they were drawn, for paper."""

from collections.abc import Sequence

from webapp.ground.signatures.rules import HEIGHT, WIDTH


def drawing_of(strokes: Sequence[Sequence[int]]) -> str:
    """Answer a drawn signature as SVG."""
    lines = "".join(f'<polyline points="{" ".join(map(str, stroke))}"/>' for stroke in strokes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none" stroke="#000" '
        f'stroke-width="10" stroke-linecap="round" stroke-linejoin="round">{lines}</svg>'
    )
