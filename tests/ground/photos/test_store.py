"""The photo store on a disk."""

from webapp.core.ids import new_id
from webapp.ground.photos.rules import Size
from webapp.ground.photos.store import drop, fetch, keep, key_of, store_answers


def test_bytes_come_back_and_go(tmp_path):
    location, key = str(tmp_path / "photos"), key_of(new_id(), "ab" * 32, Size.THUMB)
    assert fetch(location, key) is None
    keep(location, key, b"picture")
    assert fetch(location, key) == b"picture"
    drop(location, [key, key])
    assert fetch(location, key) is None


def test_estates_lie_apart_and_sizes_beside_each_other():
    estate = new_id()
    assert key_of(estate, "ab" * 32) == f"{estate}/ab/{'ab' * 32}"
    assert key_of(estate, "ab" * 32, Size.THUMB) == f"{estate}/ab/{'ab' * 32}.thumb"


def test_a_store_that_cannot_be_reached_says_so(tmp_path):
    assert store_answers(str(tmp_path / "photos"))
    (tmp_path / "a file").write_bytes(b"")
    assert not store_answers(str(tmp_path / "a file"))
