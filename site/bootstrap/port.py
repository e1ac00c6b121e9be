"""Can the development server listen on this port? Asked before anything is started."""

import errno
import socket

HOST = "127.0.0.1"


def parse(text: str) -> int:
    """Return the port number in `text`. Raises ValueError, whose message is meant for the terminal."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise ValueError(f"PORT={text} is not a port number (1 to 65535).")
    return int(text)


def refusal(port: int) -> str | None:
    """Return one line saying why nothing can listen on 127.0.0.1:`port`, or None if it is free."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server does: a port that only waits out its last connections counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"Port {port} is taken by another program. Choose another one: make run PORT={_other(port)}"
            return f"Port {port} cannot be used ({error.strerror}). Choose another one: make run PORT=8000"
    return None


def _other(port: int) -> int:
    return port + 1 if port < 65535 else 8000
