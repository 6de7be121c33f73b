"""Several at once."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from tests import make
from tests.make.pictures import picture, sha256
from webapp.ground.photos.models import Photo

AT_ONCE = 8


def test_the_same_photo_sent_by_several_at_once_is_kept_once(app, session):
    browser = make.browser(app, make.person(session, make.estate(session)))
    data = picture()

    def send(_):
        return browser.with_token("PUT", f"/api/v1/photos/{sha256(data)}", data=data).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        codes = set(pool.map(send, range(AT_ONCE)))
    assert codes <= {200, 201}
    assert session.scalar(select(func.count()).select_from(Photo)) == 1
