"""Paper: what every printed form shares, as PDF for the archive, with the font and the drawings brought along."""

from webapp.ground.paper.form import Box, Form, Picture, Proof, Section, Table
from webapp.ground.paper.render import render_form
from webapp.ground.paper.words import LANGUAGES, Lexicon, read_words

__all__ = [
    "LANGUAGES",
    "Box",
    "Form",
    "Lexicon",
    "Picture",
    "Proof",
    "Section",
    "Table",
    "read_words",
    "render_form",
]
