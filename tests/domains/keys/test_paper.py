"""The custody mandate on paper, and what the code at its foot says."""

from uuid import UUID

from tests import make
from tests.domains.keys.conftest import ON_ONE_STORE
from tests.make.phones import example
from webapp.core.ids import new_id
from webapp.domains.keys.paper.queries import mandate_page
from webapp.domains.keys.paper.sheet import form_of

pytestmark = ON_ONE_STORE
MANDATE = example("keys.register")["body"]["mandate"]["mandateId"]
PATH = f"/api/v1/keys/mandates/{MANDATE}.pdf"


def test_the_owner_takes_home_what_was_signed(cabinet):
    cabinet.entrusted()

    answered = cabinet.phone("keeper").browser.get(PATH)

    said = make.printed(answered.data).replace("\r\n", "").replace(" ", "")
    assert (answered.status_code, answered.mimetype) == (200, "application/pdf")
    for words in (
        "业主托管钥匙委托书",
        "TG-2026-000001",
        "何建国",
        "每月请人通风",
        "弟弟何志明凭身份证",
        "2027-05-31",
        "不承担屋内财产的保管责任，已于2026-11-2315:28",
        "经办人",
    ):
        assert words in said, words


def test_the_paper_is_what_the_book_says_until_the_keys_are_called_for(cabinet, session):
    key_set = cabinet.entrusted()
    session.rollback()
    page = mandate_page(session, cabinet.estate.id, UUID(MANDATE))
    assert form_of(page, public_url="https://rounds.cn").boxes[0].drawing
    browser, hash_ = cabinet.phone("keeper").browser, page.proved.hash[:16]

    def check():
        return browser.get(f"/api/v1/check/TG-2026-000001?hash={hash_}").get_json()["state"]

    assert check() == "same"
    cabinet.act("keeper", "turn_away", key_set)
    assert check() == "older"


def test_only_keepers_print_mandates_of_their_estate(app, session, cabinet):
    cabinet.entrusted()
    neighbour = make.browser(app, make.person(session, make.estate(session)))

    assert app.test_client().get(PATH).status_code == 401
    assert cabinet.phone("engineer").browser.get(PATH).status_code == 403
    assert neighbour.get(PATH).status_code == 404
    assert cabinet.phone("keeper").browser.get(f"/api/v1/keys/mandates/{new_id()}.pdf").status_code == 404
