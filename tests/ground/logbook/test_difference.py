"""What is told of a difference: the very place inside a field, so that a person can look it up."""

from webapp.ground.logbook.verify.difference import Difference, first_difference


def test_a_changed_answer_is_named_by_its_place_in_the_list() -> None:
    booked = [{"item": "ST-01", "result": "normal"}, {"item": "ST-09", "result": "abnormal"}]
    stored = [{"item": "ST-01", "result": "normal"}, {"item": "ST-09", "result": "normal"}]

    assert first_difference("answers", booked, stored) == ("answers[1].result", "abnormal", "normal")


def test_lists_of_different_length_are_told_whole() -> None:
    assert first_difference("photos", [1, 2], [1]) == ("photos", [1, 2], [1])


def test_a_plain_value_is_told_under_its_own_name() -> None:
    assert first_difference("state", "reported", "closed") == ("state", "reported", "closed")


def test_a_line_says_entry_field_and_both_values() -> None:
    told = str(Difference('entry 7, findings ["a"]', "state", "reported", "closed"))

    assert told == 'entry 7, findings ["a"]: state is "closed", should be "reported"'
