"""A work letter goes upwards until somebody answers it; the finding stays where it is (`patrol.md` 7, step 4)."""


def test_the_supervisor_confirms_and_passes_it_to_the_manager_who_answers(crew):
    finding_id = crew.report()
    assert crew.refused("engineer", "letter", finding_id) == "core.not_allowed"
    assert crew.refused("finder", "letter", finding_id, photos=[]) == "findings.photo_missing"
    letter_id = crew.act("finder", "letter", finding_id)["id"]
    assert crew.held(finding_id)["escalatedTo"] == "supervisor"

    assert crew.refused("finder", "letter_pass", finding_id, letterId=letter_id) == "core.not_allowed"
    crew.act("supervisor", "letter_pass", finding_id, letterId=letter_id, to="manager")
    down = crew.refused("manager", "letter_pass", finding_id, letterId=letter_id, to="manager")
    assert down == "findings.letter_not_higher"
    silent = crew.refused("manager", "letter_pass", finding_id, letterId=letter_id, to=None, answer="")
    assert silent == "findings.answer_missing"
    crew.act("manager", "letter_pass", finding_id, letterId=letter_id, to=None, answer="已约厂家周三到场")

    held = crew.held(finding_id)
    (letter,) = held["letters"]
    assert (letter["standsWith"], letter["answer"], held["escalatedTo"]) == (None, "已约厂家周三到场", None)
    assert [one["to"] for one in letter["passes"]] == ["manager", None]
    assert held["state"] == "reported"
    again = crew.refused("manager", "letter_pass", finding_id, letterId=letter_id)
    assert again == "findings.letter_answered"


def test_who_stands_below_does_not_decide_what_was_passed_on(crew):
    finding_id = crew.report()
    letter_id = crew.act("finder", "letter", finding_id)["id"]
    crew.act("supervisor", "letter_pass", finding_id, letterId=letter_id, to="office_manager")

    below = crew.refused("manager", "letter_pass", finding_id, letterId=letter_id, to="gm")

    assert below == "findings.letter_elsewhere"
    assert crew.refused("supervisor", "letter_pass", finding_id) == "findings.unknown_letter"
