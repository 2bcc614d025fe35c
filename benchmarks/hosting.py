"""A server that sends texts compressed, as hosts of static sites do."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.helpers.server import running

TEXTS = (".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".xml")


@cache
def sent(path: Path) -> bytes:
    """A file as it is sent: a text compressed by gzip, anything else as it is."""
    content = path.read_bytes()
    return gzip.compress(content, mtime=0) if path.suffix in TEXTS else content


class _Packing(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Send a text compressed, and anything else as it is."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXTS or not path.is_file():
            super().do_GET()
            return
        content = sent(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a site while it is served."""
    with running(partial(_Packing, directory=str(folder))) as address:
        yield address
