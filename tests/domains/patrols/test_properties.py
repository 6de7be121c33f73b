"""What holds of the rules of a patrol whatever comes in."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webapp.domains.patrols.rules.places import Phone, PlaceState, Seen, place_state
from webapp.domains.patrols.rules.rounds import RoundTime, Timeliness, timeliness
from webapp.ground.checklists.words import bare_normal, is_blank
from webapp.ground.estates.settings import BARE_NORMAL_WORDS

NOISE = st.text(alphabet=" 　\t\n。，、！？!?.,;:“”‘’（）()【】[]…—-_/\u200b\ufe0f", max_size=6)
BARE = st.sampled_from(BARE_NORMAL_WORDS)
SAYS_SOMETHING = st.sampled_from("门灯锁渗裂堆脏坏开关梯栓abc3９")

START = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
ROUND = RoundTime(2, START, START + timedelta(hours=3.5), START + timedelta(hours=4.5))
MOMENTS = st.timedeltas(timedelta(days=-20), timedelta(days=7)).map(START.__add__)
PHONES = st.lists(st.builds(Phone, st.none() | MOMENTS, st.none() | MOMENTS, st.booleans()), max_size=4)
VISITS = st.lists(st.builds(Seen, st.sampled_from(Timeliness), st.booleans()), max_size=4)
GRACE = timedelta(hours=48)


@given(st.lists(st.tuples(NOISE, BARE), min_size=1, max_size=6), NOISE)
def test_pat_r02_no_noise_and_no_repetition_makes_a_bare_word_say_something(parts, tail):
    assert bare_normal("".join(noise + word for noise, word in parts) + tail, BARE_NORMAL_WORDS)


@given(st.text(max_size=40), SAYS_SOMETHING, st.text(max_size=40))
def test_pat_r02_a_text_with_anything_else_in_it_is_not_bare(head, char, tail):
    assert not bare_normal(head + char + tail, [word for word in BARE_NORMAL_WORDS if word not in {"ok", "normal"}])


@given(st.text(max_size=60))
def test_pat_r02_a_blank_text_is_never_bare(text):
    assert not (is_blank(text) and bare_normal(text, BARE_NORMAL_WORDS))


@given(VISITS, PHONES, MOMENTS, MOMENTS)
def test_a_state_never_goes_back_as_time_passes(visits, phones, one, other):
    earlier, later = sorted((one, other))
    before = place_state(visits, ROUND, phones, GRACE, earlier)
    after = place_state(visits, ROUND, phones, GRACE, later)

    order = [PlaceState.DUE, PlaceState.NOT_ARRIVED, PlaceState.MISSED]
    if visits:
        assert before is after
    else:
        assert order.index(before) <= order.index(after)


@given(VISITS, st.sampled_from(Timeliness), PHONES, MOMENTS)
def test_another_visit_never_makes_a_place_worse(visits, stood, phones, now):
    best_first = [PlaceState.DONE, PlaceState.LATE, PlaceState.MADE_UP, PlaceState.SKIPPED]
    before = place_state(visits, ROUND, phones, GRACE, now)
    after = place_state([*visits, Seen(stood)], ROUND, phones, GRACE, now)

    assert after in best_first
    assert before not in best_first or best_first.index(after) <= best_first.index(before)


@given(PHONES, MOMENTS)
def test_a_place_is_missed_only_when_no_phone_can_hold_it_or_the_grace_is_over(phones, now):
    state = place_state([], ROUND, phones, GRACE, now)

    if state is PlaceState.MISSED:
        assert now >= ROUND.end + GRACE or not any(phone.may_hold(ROUND) for phone in phones)
    if state is PlaceState.NOT_ARRIVED:
        assert any(phone.may_hold(ROUND) for phone in phones)


@given(MOMENTS, MOMENTS)
def test_a_later_scan_is_never_timelier(one, other):
    order = [Timeliness.EARLY, Timeliness.ON_TIME, Timeliness.LATE, Timeliness.MADE_UP]
    earlier, later = sorted((one, other))

    assert order.index(timeliness(earlier, ROUND)) <= order.index(timeliness(later, ROUND))
