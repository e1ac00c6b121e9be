"""Finds a PostgreSQL server on which the tests may make a database of their own."""

import getpass
import json
import os

SECONDS = 2


def candidates() -> list[str]:
    """Return the addresses to try: TEST_POSTGRES_URL alone if it is given, else the local server's usual two."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        return [given]
    return [
        f"postgres://{getpass.getuser()}@/postgres?host=/var/run/postgresql",
        "postgres://postgres@127.0.0.1:5432/postgres",
    ]


def probe(url: str) -> str:
    """Return the server's version if it answers in time and lets us create databases; raises RuntimeError if not."""
    import psycopg

    address = url.replace("postgres://", "postgresql://", 1)
    try:
        with psycopg.connect(address, connect_timeout=SECONDS) as connection:
            rights = "select rolcreatedb or rolsuper from pg_roles where rolname = current_user"
            allowed = connection.execute(rights).fetchone()
            version = connection.info.server_version
    except psycopg.Error as error:
        raise RuntimeError(str(error).strip().splitlines()[0]) from error
    if not allowed or not allowed[0]:
        raise RuntimeError("the role may not create databases")
    return f"{version // 10000}.{version % 10000}"


def main() -> None:
    """Print the first usable server, or why there is none, as one line of JSON for bootstrap.test."""
    reasons = []
    for url in candidates():
        try:
            print(json.dumps({"url": url, "version": probe(url)}))
            return
        except RuntimeError as error:
            reasons.append(str(error))
    print(json.dumps({"url": None, "reason": "; ".join(reasons)}))


if __name__ == "__main__":
    main()
