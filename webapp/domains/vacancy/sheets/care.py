"""The care of a year, task by task (空置房维护保养频次), as a paper."""

from webapp.core.held import Data
from webapp.domains.vacancy.sheets.page import Paper, Sheet
from webapp.domains.vacancy.sheets.telling import NOTHING, Teller
from webapp.ground.estates.models import Estate
from webapp.ground.paper.form import Box


def care_frequency(estate: Estate, tasks: list[Data], year: int) -> Paper:
    """Answer the tasks of a year as pages are told them."""
    tell = Teller(estate)
    say = tell.say
    columns = (
        say("task"),
        say("frequency"),
        say("responsible"),
        say("applies"),
        say("last"),
        say("next"),
        say("soFar"),
    )
    return Paper(
        estate=estate,
        say=say,
        title=say("careFrequency"),
        facts=[(say("year"), year)],
        sheets=[Sheet(say("care"), columns, (5, 4, 3, 2, 3, 3, 4), [_line(tell, one) for one in tasks])],
        boxes=[Box(say("maker")), Box(say("manager"))],
        proved=None,
    )


def _line(tell: Teller, one: Data) -> list[str | int]:
    say = tell.say
    over = [period for period in one["periods"] if period["state"] in ("done", "missed", "late", "open")]
    done, due = (sum(period[name] for period in over) for name in ("done", "of"))
    return [
        f"{one['task']} {say(one['task'])}",
        say(f"schedule.{one['schedule']}"),
        say(f"role.{one['responsible']}"),
        one["applies"],
        one["last"] or NOTHING,
        one["next"]["due"] if one["next"] else NOTHING,
        say("carried", done=done, due=due) if over else NOTHING,
    ]
