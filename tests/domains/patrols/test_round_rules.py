"""When a round is and until when it can still be walked; what older phones said of a visit."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from tests.domains.shared import examples
from webapp.domains.patrols.rules.assignees import Assignees
from webapp.domains.patrols.rules.rounds import Plan, Window, numbers_on, plan_of, read_plan, rounds_of, walkers_on
from webapp.domains.patrols.rules.tasks import task_of
from webapp.domains.patrols.rules.visit import before_make_ups, before_tasks
from webapp.ground.estates.settings import effective

DAY = date(2026, 11, 23)
SHANGHAI = "Asia/Shanghai"


def test_a_round_can_be_walked_late_for_the_estate_s_minutes():
    first, second = rounds_of([], DAY, SHANGHAI, effective({}))
    (early, *_) = rounds_of([], DAY, SHANGHAI, effective({"late_minutes": 15}))

    assert (first.number, second.number) == (1, 2)
    assert first.end == datetime(2026, 11, 23, 4, tzinfo=UTC)
    assert first.late_until == first.end + timedelta(hours=1)
    assert early.late_until == early.end + timedelta(minutes=15)
    untold = {key: value for key, value in effective({}).items() if key != "late_minutes"}
    assert rounds_of([], DAY, SHANGHAI, untold)[0].late_until == first.end


def test_a_plan_holds_from_its_first_day_with_its_own_counts():
    told = {"validFrom": "2026-11-23", "roundsOnWorkingDay": 3, "roundsOnRestDay": 1}
    plan = read_plan({**told, "windows": [{"number": 1, "start": "08:00", "end": "09:00"}]})

    assert plan == Plan((Window(1, "08:00", "09:00"),), 3, 1, DAY)
    assert plan_of([plan], DAY, effective({})) is plan
    assert plan_of([plan], DAY - timedelta(days=1), effective({})).valid_from == date.min


def test_the_settings_stand_in_for_a_plan_with_their_windows_and_counts():
    told = effective({"patrol_windows": [["07:00", "08:00"]], "rounds_on_working_day": 1, "rounds_on_rest_day": 0})

    assert plan_of([], DAY, told) == Plan((Window(1, "07:00", "08:00"),), 1, 0, date.min)


def test_whose_the_rounds_of_a_day_are_is_named_by_its_plan_else_by_the_route():
    steward, named = UUID(int=1), (UUID(int=2), UUID(int=3))
    plans = [
        Plan((), 1, 1, DAY, Assignees.NAMED, named),
        Plan((), 1, 1, DAY + timedelta(days=1), Assignees.ANYBODY, named),
        Plan((), 1, 1, DAY + timedelta(days=2)),
    ]
    given = [walkers_on(plans, DAY + timedelta(days=days), steward) for days in (-1, 0, 1, 2)]

    assert given == [[steward], list(named), [], [steward]]
    assert [walkers_on(plans, DAY + timedelta(days=days), None) for days in (-1, 2)] == [[], []]


def test_a_window_that_ends_as_it_starts_lasts_a_day():
    plan = Plan((Window(1, "09:00", "09:00"),), 1, 1, DAY)
    (round_,) = rounds_of([plan], DAY, SHANGHAI, effective({}))

    assert round_.end - round_.start == timedelta(days=1)


def test_a_visit_of_an_older_phone_was_asked_for_no_task_and_no_make_up():
    assert before_tasks({"visitId": "v"}) == {"visitId": "v", "asksTasks": False}
    assert before_make_ups({"visitId": "v"}) == {"visitId": "v"}


def test_a_rest_day_has_as_many_rounds_as_its_plan_says():
    windows = (Window(2, "14:00", "17:00"), Window(1, "08:00", "12:00"))
    plan, saturday = Plan(windows, 2, 1, DAY), date(2026, 11, 28)

    assert numbers_on([plan], DAY, effective({})) == [1, 2]
    assert numbers_on([plan], saturday, effective({})) == [1]
    assert numbers_on([plan], saturday, effective({}) | {"make_up_days": ["2026-11-28"]}) == [1, 2]


def test_every_phone_and_the_server_draw_the_same_photo_to_take():
    for case in examples("live_task.json"):
        drawn = task_of(UUID(case["round"]), UUID(case["place"]), case["type"], case["percent"])
        assert drawn == case["task"], case
