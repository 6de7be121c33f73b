"""The demo estate: a believable place to look at, made through the same doors that phones and offices use."""

from webapp.core.domain import Domain
from webapp.demo.cli import demo

ROOM = Domain(name="demo", commands=(demo,))
