"""How papers say amounts, areas, moments and tasks, in the estate's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from webapp.core.held import Data
from webapp.ground.books import language_of
from webapp.ground.estates.models import Estate
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words

WORDS = Path(__file__).with_name("words.yaml")
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of one estate."""

    estate: Estate

    @property
    def say(self) -> Lexicon:
        """The words of these papers in the estate's language."""
        return read_words(WORDS, language_of(self.estate))

    def at(self, moment: str | None) -> str:
        """Answer a moment, an ISO text, by the estate's clocks."""
        return moment_text(datetime.fromisoformat(moment), self.estate.timezone) if moment else ""

    def period(self, name: str) -> str:
        """Answer the name of a half-year in words; a month, 2026-11, says itself."""
        year, _, half = name.partition("-")
        return self.say(half, year=year) if half in self.say.words else name

    def listed(self, names: Sequence[str]) -> str:
        """Answer words one after the other."""
        return self.say("comma").join(self.say.known(name) for name in names)

    def percent(self, figures: Data) -> str:
        """Answer a coverage with its mark: 80.0 %（目标 100 %，未达标）; nothing was vacant: a dash."""
        if figures["percent"] is None:
            return NOTHING
        passed = self.say("passed" if figures["pass"] else "failed")
        return self.say("percentOf", percent=figures["percent"], target=figures["target"], passed=passed)

    def valves(self, states: Mapping[str, str] | None) -> str:
        """Answer how the valves of a unit were last seen."""
        told = [self.say(f"valve.{state}", valve=self.say(valve)) for valve, state in (states or {}).items()]
        return self.say("comma").join(told)


def yuan(fen: int | None) -> str:
    """Answer an amount in yuan; a dash where there is none."""
    return NOTHING if fen is None else f"{fen / 100:,.2f}"


def square_metres(area: int | None) -> str:
    """Answer an area given in hundredths of a square metre."""
    return "" if area is None else f"{area / 100:.2f}"
