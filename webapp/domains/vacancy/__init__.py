"""Vacant units (空置房管理): their register, weekly checks and care, and how much of the stock was checked."""

from webapp.core.domain import Domain
from webapp.domains.vacancy.rules.codes import CODES
from webapp.domains.vacancy.sync import PULL, PUSH
from webapp.domains.vacancy.views import bp

DOMAIN = Domain(name="vacancy", blueprints=(bp,), push=PUSH, pull=PULL, errors=CODES)
