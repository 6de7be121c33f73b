"""What commands of every room say alike: which estate, and why something was refused."""

from collections.abc import Mapping

import click

from webapp.core.errors import DomainError

ESTATE = click.option("--estate", help="Name of the estate; needed only where there are several.")
NOT_FOUND = "There is no such thing, or there are several to choose from"


def refusal(error: DomainError, words: Mapping[str, str]) -> click.ClickException:
    """Answer the error as the command line says it, in the words that the room has for its code."""
    said = ", ".join(f"{name}: {value}" for name, value in error.params.items())
    return click.ClickException(f"{({'core.not_found': NOT_FOUND} | dict(words)).get(error.code, error.code)} ({said})")
