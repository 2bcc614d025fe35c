"""A host of sites: it sends texts compressed, as hosts of static sites do, and notes requests."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

TEXTS = (".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".xml")


@cache
def sent(path: Path) -> bytes:
    """A file as it is sent: a text compressed by gzip, anything else as it is."""
    content = path.read_bytes()
    return gzip.compress(content, mtime=0) if path.suffix in TEXTS else content


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, asked: set[Path], *arguments: Any, **options: Any) -> None:
        self.asked = asked
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Send a text compressed, and anything else as it is."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self.asked.add(path)
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

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def hosted(site: Path) -> Iterator[tuple[str, set[Path]]]:
    """The address of a site while it is served, and the files that were asked for."""
    asked: set[Path] = set()
    handler = partial(_Handler, asked, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
