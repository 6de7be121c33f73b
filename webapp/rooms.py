"""The list of rooms, one line each. A new kind of inspection is a folder and a line here."""

from webapp.core.domain import Domain
from webapp.domains import checks, emergencies, findings, keys, patrols, renovation, vacancy
from webapp.ground import checklists, estates, labels, logbook, notices, people, photos, places, register, signatures

ROOMS: tuple[Domain, ...] = (
    estates.ROOM,
    people.ROOM,
    signatures.ROOM,
    places.ROOM,
    register.ROOM,
    labels.ROOM,
    photos.ROOM,
    checklists.ROOM,
    logbook.ROOM,
    notices.ROOM,
    patrols.DOMAIN,
    findings.DOMAIN,
    emergencies.DOMAIN,
    checks.DOMAIN,
    keys.DOMAIN,
    vacancy.DOMAIN,
    renovation.DOMAIN,
)
