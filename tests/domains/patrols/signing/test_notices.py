"""Who is told of a page to be signed, of one that nobody signed, of one that came back."""

from datetime import timedelta

from tests import make
from tests.domains.conftest import NOW
from webapp.ground.notices.jobs import LOOK


def told(phone, kind):
    """Answer what a phone was told of that kind, in Chinese."""
    LOOK.act()
    held = phone.pull("notices.notice").values()
    return [one["words"]["zh-Hans"]["line"] for one in held if one["kind"] == f"patrols.{kind}"]


def test_pat_r06_the_manager_is_told_of_a_page_to_sign_and_when_the_next_working_day_is_over(walked, clock):
    _, finish = walked.finish()
    assert told(walked.desk, "to_sign_off") == []  # a colleague signs first
    walked.cosign(finish)

    assert told(walked.desk, "to_sign_off") == [
        "XC-2026-000001（2026-11-23，林晓岚）已结束，等你签字，11-24 23:59 前。"
    ]
    assert told(walked.theirs, "to_sign_off") == []

    clock.move_to(NOW + timedelta(days=2))
    assert len(told(walked.desk, "sign_off_passed")) == 1


def test_pat_r06_who_walked_a_round_is_told_that_it_came_back_and_why(walked):
    _, finish = walked.finish()
    walked.cosign(finish)
    walked.act(walked.desk, "return", {"recordId": walked.record_id, "remark": "缺 8 层照片"})

    (line,) = told(walked.beat.phone, "sent_back")

    assert "缺 8 层照片" in line
    assert told(walked.desk, "sent_back") == []


def test_overseers_are_told_of_a_round_that_was_skipped_and_not_of_a_place(walked, clock):
    clock.move_to(NOW.replace(hour=2))
    place = make.left_out_body(walked.beat.route, NOW.date(), walked.beat.places[0].id, number=1)
    walked.act(walked.beat.phone, "skip", place, NOW.replace(hour=2))
    assert told(walked.desk, "round_skipped") == []

    whole = make.left_out_body(walked.beat.route, NOW.date(), number=1, reason="台风停工")
    walked.act(walked.beat.phone, "skip", whole, NOW.replace(hour=2))

    assert told(walked.desk, "round_skipped") == ["XC-2026-000002（2026-11-23）林晓岚跳过本轮：台风停工。"]
    assert told(walked.theirs, "round_skipped") == []


def test_who_walks_a_round_is_told_what_somebody_else_wants_made_up(walked, clock):
    clock.move_to(NOW + timedelta(hours=20))
    body = make.left_out_body(walked.beat.route, NOW.date(), number=1, reason="上午漏巡")
    walked.act(walked.desk, "make_up", body, NOW + timedelta(hours=20))

    assert told(walked.beat.phone, "to_make_up") == [
        "XC-2026-000002（2026-11-23）3 处要补检：上午漏巡。11-24 23:59 前补完。"
    ]
    assert told(walked.theirs, "to_make_up") == []
