"""What `make run` accepts and refuses: see `deploy/plan.py`."""

import socket
from pathlib import Path

import pytest

from deploy.plan import Plan, Refused, refuse_demo_off_loopback, refuse_taken_ports


def plan(**environment: str) -> Plan:
    return Plan.from_environment(environment)


def test_without_any_word_only_this_machine_is_served() -> None:
    asked = plan()

    assert asked.bind == "127.0.0.1:8000"
    assert asked.url() == "http://127.0.0.1:8000"
    assert asked.demo
    assert asked.on_loopback


def test_empty_words_count_as_missing() -> None:
    assert plan(HOST="", PORT="", LAN="", DEMO="") == plan()


def test_a_lan_start_speaks_https_on_every_address() -> None:
    asked = plan(LAN="1", PORT="9000")

    assert asked.bind == "0.0.0.0:9000"
    assert asked.url("192.168.1.5") == "https://192.168.1.5:9000"
    assert asked.ports == (9000, 9001)


def test_an_address_of_version_6_is_written_in_brackets() -> None:
    asked = plan(HOST="::1")

    assert asked.bind == "[::1]:8000"
    assert asked.url() == "http://[::1]:8000"
    assert asked.on_loopback


@pytest.mark.parametrize("word", ["0", "65535", "80a", "-1"])
def test_a_port_that_is_none_is_refused_in_words(word: str) -> None:
    with pytest.raises(Refused, match="1 to 65534"):
        plan(PORT=word)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "rounds.example"])
def test_demo_passwords_are_not_served_to_a_network(host: str) -> None:
    with pytest.raises(Refused, match="LAN=1"):
        refuse_demo_off_loopback(plan(HOST=host), demo_people=True)


@pytest.mark.parametrize("environment", [{"HOST": "127.0.0.1"}, {"HOST": "localhost"}, {"LAN": "1"}])
def test_demo_passwords_are_served_here_and_to_a_lan_that_asked_for_it(environment: dict[str, str]) -> None:
    refuse_demo_off_loopback(plan(**environment), demo_people=True)


def test_real_people_may_be_served_anywhere() -> None:
    refuse_demo_off_loopback(plan(HOST="0.0.0.0"), demo_people=False)


def test_a_taken_port_is_named_with_another_to_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Refused, match=f"{port}.*PORT={port + 10}"):
            refuse_taken_ports(plan(PORT=str(port)))


def test_data_lie_where_rounds_data_says(tmp_path: Path) -> None:
    assert plan(ROUNDS_DATA=str(tmp_path)).data_dir == tmp_path
