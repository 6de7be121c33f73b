"""Settings of the installation, from the environment; each is documented here and nowhere else."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation runs.

    data_dir      ROUNDS_DATA           folder of everything the installation keeps; default `var`
    database_url  ROUNDS_DATABASE_URL   `sqlite:///…` or `postgresql+psycopg://…`; default SQLite in data_dir
    photo_store   ROUNDS_PHOTO_STORE    folder or `s3://bucket/prefix`; default `photos` in data_dir
    public_url    ROUNDS_PUBLIC_URL     what labels point at: scheme and host[:port]
    secret_key    ROUNDS_SECRET_KEY     signs session cookies; default made once and kept in data_dir
    redis_url     ROUNDS_REDIS_URL      queue of the worker at scale; empty: SQLite in data_dir, or the PostgreSQL
    notice_schemes  ROUNDS_NOTICE_SCHEMES  further services for notices, with commas: "jsons" for a gateway of
                  one's own. They let an estate's office make this server call any address
    """

    data_dir: Path
    database_url: str
    photo_store: str
    public_url: str
    secret_key: str
    redis_url: str
    notice_schemes: frozenset[str] = frozenset()

    @property
    def bundles(self) -> Path:
        """The folder of the bundles of closed months; a backup holds it."""
        return self.data_dir / "months"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the environment; what is missing gets a default that works on one machine."""
        data_dir = Path(environment.get("ROUNDS_DATA") or "var").resolve()
        data_dir.mkdir(parents=True, exist_ok=True)
        return cls(
            data_dir=data_dir,
            database_url=environment.get("ROUNDS_DATABASE_URL") or f"sqlite:///{data_dir / 'rounds.db'}",
            photo_store=environment.get("ROUNDS_PHOTO_STORE") or str(data_dir / "photos"),
            public_url=(environment.get("ROUNDS_PUBLIC_URL") or "http://127.0.0.1:8000").rstrip("/"),
            secret_key=environment.get("ROUNDS_SECRET_KEY") or _kept_secret(data_dir / "secret_key"),
            redis_url=environment.get("ROUNDS_REDIS_URL") or "",
            notice_schemes=frozenset((environment.get("ROUNDS_NOTICE_SCHEMES") or "").lower().split(",")) - {""},
        )


def _kept_secret(path: Path) -> str:
    """Answer the installation's own secret, made at the first start and readable by its owner alone."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text()
