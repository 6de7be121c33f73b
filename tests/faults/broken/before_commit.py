"""A server that answers a push before it has committed it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from webapp.core import db as store
from webapp.core.db import db
from webapp.sync import push
from wsgi import app

__all__ = ["app"]
LATE_S = 0.3


@contextmanager
def _committed_later() -> Iterator[Session]:
    store._one_writer.acquire()
    session = Session(db.engine)
    try:
        session.connection(execution_options={store._WRITES: True})
        yield session
        session.flush()
    except BaseException:
        session.close()
        store._one_writer.release()
        raise
    threading.Thread(target=_commit, args=(session,), daemon=True).start()


def _commit(session: Session) -> None:
    time.sleep(LATE_S)
    session.commit()
    session.close()
    store._one_writer.release()


vars(push)["unit_of_work"] = _committed_later
