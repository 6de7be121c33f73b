"""The register of units (房屋台账) from an office's workbook.

reading/ → units and refusals, pure of the database; store.py → one transaction. A new word of an office for a column
is a word more in `reading/words.py`, for a status in `reading/states.py`.

Owners' names and telephone numbers in the workbook are NOT read: owner data are secret (CORE-R05) and come in only
where they are masked and every opening is logged.
"""

from webapp.core.domain import Domain
from webapp.ground.register.cli import import_register
from webapp.ground.register.difference import Difference
from webapp.ground.register.jobs import JOBS
from webapp.ground.register.reading.refusals import LayoutUnknown, NotAWorkbook
from webapp.ground.register.reading.register import read_register
from webapp.ground.register.rules import Refusal, Register, Unit
from webapp.ground.register.store import keep_register
from webapp.ground.register.views import bp

__all__ = [
    "ROOM",
    "Difference",
    "LayoutUnknown",
    "NotAWorkbook",
    "Refusal",
    "Register",
    "Unit",
    "keep_register",
    "read_register",
]

ROOM = Domain(name="register", blueprints=(bp,), commands=(import_register,), jobs=JOBS)
