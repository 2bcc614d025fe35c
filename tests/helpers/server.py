"""A server for built sites, in a thread of its own."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Answer = Callable[[SimpleHTTPRequestHandler], None]


class _Noting(SimpleHTTPRequestHandler):
    def __init__(
        self, asked: list[str], answers: Mapping[str, Answer], *arguments: Any, **options: Any
    ) -> None:
        self.asked = asked
        self.answers = answers
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer with the file, or as a test wants it."""
        # Its times are whole seconds: what changes twice within one would count as unchanged.
        del self.headers["If-Modified-Since"]
        if own := self.answers.get(self.path.partition("?")[0]):
            own(self)
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Note what was asked for, and print nothing."""
        self.asked.append(self.path)


@contextmanager
def served(
    folder: Path, asked: list[str] | None = None, answers: Mapping[str, Answer] | None = None
) -> Iterator[str]:
    """The address of a folder while it is served; what is asked for is noted in the list.

    A path may have an answer of its own, which can be changed meanwhile.
    """
    noted = asked if asked is not None else []
    own = answers if answers is not None else {}
    with running(partial(_Noting, noted, own, directory=str(folder))) as address:
        yield address


@contextmanager
def running(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address at which a handler answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
