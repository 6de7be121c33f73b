"""Several at once: what one process must not remember, the store counts."""

from concurrent.futures import ThreadPoolExecutor

from tests import make

AT_ONCE = 8


def test_guessing_in_parallel_buys_no_more_tries(app, session):
    chen = make.person(session, make.estate(session), login="chen")
    body = {"login": "chen", "password": "nonsense-1", "device": {"id": str(chen.id), "name": "x"}}

    def guess(_):
        return app.test_client().post("/api/v1/session", json=body).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        codes = list(pool.map(guess, range(2 * AT_ONCE)))
    assert (codes.count(401), codes.count(429)) == (5, 2 * AT_ONCE - 5)
