"""Everything that stands on one custody mandate, read for printing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.keys.models import KeyActRow, KeySet
from webapp.domains.keys.rules.acting import MANDATE_FORM
from webapp.domains.keys.rules.states import KeyAct
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.logbook.models import SerialPage
from webapp.ground.logbook.proof import Proved, proof_of

_SIGNED = (KeyAct.REGISTER, KeyAct.MANDATE)


@dataclass(frozen=True, slots=True)
class MandatePage:
    """One mandate; `signed` is the act that brought it, with the owner's signature unless that is erased."""

    estate: Estate
    key_set: KeySet
    signed: KeyActRow
    proved: Proved

    @property
    def language(self) -> str:
        """In which language the estate prints."""
        return str(setting(self.estate.settings, "ui_locale"))

    @property
    def mandate(self) -> Mapping[str, Any]:
        """The mandate as it was signed."""
        told: Mapping[str, Any] = self.signed.said["mandate"]
        return told


def mandate_page(session: Session, estate_id: UUID, mandate_id: UUID) -> MandatePage:
    """Answer the mandate; raises NotFound."""
    act = mandates(session, estate_id, [mandate_id]).get(mandate_id)
    if act is None:
        raise NotFound(mandate=str(mandate_id))
    return MandatePage(
        estate=session.get_one(Estate, estate_id),
        key_set=session.get_one(KeySet, (estate_id, act.key_set_id)),
        signed=act,
        proved=proof_of(session, estate_id, entries_of(session, estate_id, [mandate_id])[mandate_id]),
    )


def mandates(session: Session, estate_id: UUID, ids: Iterable[UUID]) -> dict[UUID, KeyActRow]:
    """Answer the acts by which these mandates were signed; what is not there is left out."""
    known = {serial: id_ for id_, serial in _serials(session, estate_id, ids).items()}
    signed = KeyActRow.act.in_(_SIGNED) & KeyActRow.serial.in_(known)
    acts = session.scalars(select(KeyActRow).where(KeyActRow.estate_id == estate_id, signed))
    return {known[act.serial or ""]: act for act in acts}


def entries_of(session: Session, estate_id: UUID, mandates: Iterable[UUID]) -> dict[UUID, set[int]]:
    """Answer the numbers of all entries that stand on each of these mandates' pages."""
    entries: dict[UUID, set[int]] = {id_: set() for id_ in mandates}
    ids = {serial: id_ for id_, serial in _serials(session, estate_id, entries).items()}
    query = select(KeyActRow.serial, KeyActRow.entry).where(KeyActRow.estate_id == estate_id)
    for serial, entry in session.execute(query.where(KeyActRow.serial.in_(ids))):
        entries[ids[serial or ""]].add(entry)
    return entries


def _serials(session: Session, estate_id: UUID, mandates: Iterable[UUID]) -> dict[UUID, str]:
    query = select(SerialPage.key, SerialPage.serial).where(SerialPage.estate_id == estate_id)
    pages = query.where(SerialPage.form == MANDATE_FORM, SerialPage.key.in_([str(id_) for id_ in mandates]))
    return {UUID(key): serial for key, serial in session.execute(pages)}
