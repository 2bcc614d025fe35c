"""The preview: pages are built when somebody asks for them, and the last good ones stay.

After each edit the project is checked as a whole. Where anything is wrong, that is printed, and the
project as it last was goes on answering. Where nothing is, every page is old from then on: one that
is asked for is built at once, the others and the index of search meanwhile.
"""

import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from threading import Lock, Thread
from time import sleep
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from macros.builder import Stop, checked_project
from macros.components.rendering import forget_templates
from macros.editions.search.files import write_search
from macros.editions.site import Site
from macros.project import Project, keep

WORK = Path("build", "preview")  # the last good pages also outlast a new start
PAUSE = 0.02  # seconds in which whoever asks for a page comes first
WATCHED = ("docs", "data", "macros/components/templates", "overrides", "mkdocs.yml")


class _Build:
    """The project of one moment, with everything that its pages need to be built."""

    def __init__(self, root: Path, folder: Path, address: str) -> None:
        forget_templates()
        self.project: Project = checked_project(root)
        self.config: MkDocsConfig = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
        self.config.site_url = address
        plugins = self.config.plugins
        plugins.on_startup(command="serve", dirty=False)
        self.config = plugins.on_config(self.config)
        plugins.on_pre_build(config=self.config)
        env: Environment = self.config.theme.get_env()
        files = get_files(self.config)
        files.add_files_from_theme(env, self.config)
        self.files: Files = plugins.on_files(files, config=self.config)
        nav = get_navigation(self.files, self.config)
        self.nav: Navigation = plugins.on_nav(nav, config=self.config, files=self.files)
        self.env: Environment = plugins.on_env(env, config=self.config, files=self.files)
        self.old: dict[str, File] = {}
        for file in self.files.documentation_pages():
            page = file.page or Page(None, file, self.config)
            page.read_source(self.config)  # menus of all pages name it
            self.old[file.dest_uri] = file
        self.files.copy_static_files(dirty=True)
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.env, self.files, self.config, self.nav)

    def page(self, place: str) -> None:
        """Build the page at this place of the site, if it is old."""
        file = self.old.get(place)
        if file and file.page:
            pages = list(self.files.documentation_pages())
            _populate_page(file.page, self.config, self.files)
            _build_page(file.page, self.config, pages, self.nav, self.env)
            del self.old[place]

    def finish(self) -> None:
        """Write what is made of all pages, the index of search."""
        self.config.plugins.on_post_build(config=self.config)
        write_search(Site(Path(self.config.site_dir), self.project))


class Preview:
    """The pages of a project in a folder, as new as they are asked for."""

    def __init__(self, root: Path, folder: Path, address: str = "") -> None:
        self.folder = folder
        self._given = (root, folder, address)
        self._build: _Build | None = None
        self._lock = Lock()  # a builder builds one page at a time
        folder.mkdir(parents=True, exist_ok=True)

    def look(self) -> None:
        """Take in what is on disk now; or print what is wrong with it, and stay as it was."""
        with self._lock:
            try:
                self._build = _Build(*self._given)
            except (Exception, SystemExit) as error:
                _report(error)
                if self._build:
                    keep(self._build.project)
                return
            pages = self._build.old.keys()
            for path in self.folder.rglob("index.html"):
                if path.relative_to(self.folder).as_posix() not in pages:
                    path.unlink()  # it has gone, or has another name
        print("No problems.", flush=True)
        Thread(target=self._rest, args=(self._build,), daemon=True).start()

    def page(self, path: str) -> None:
        """See to it that the page at this path is new; where it cannot be built, print why."""
        place = path.lstrip("/")
        with self._lock:
            if self._build:
                _attempt(self._build, f"{place}index.html" if place[-1:] in ("", "/") else place)

    def not_found(self) -> bytes | None:
        """The page for what is not there, once there has been one."""
        path = self.folder / "404.html"
        return path.read_bytes() if path.is_file() else None

    def _rest(self, build: _Build) -> None:
        """Build what nobody has asked for, until there is something newer."""
        for place in list(build.old):
            with self._lock:
                if self._build is not build or not _attempt(build, place):
                    return
            sleep(PAUSE)
        with self._lock:
            if self._build is build:
                build.finish()


class Server(LiveReloadServer):
    """Serves a preview, and lets browsers load a page again after each edit."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        super().__init__(preview.look, host, port, str(preview.folder))
        self._preview = preview
        self.error_handler = lambda _code: preview.not_found()

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """What is at a path, built before where it is a page."""
        self._preview.page(environ["PATH_INFO"])
        return super().serve_request(environ, start_response)


def serve(root: Path, port: int) -> None:
    """Show the preview until the program is stopped."""
    address = f"http://localhost:{port}/"
    preview = Preview(root, root / WORK / str(port), address)
    preview.look()
    server = Server(preview, "localhost", port)
    for name in WATCHED:
        server.watch(str(root / name))
    print(f"The preview is at {address}; to end it, press Ctrl and C.", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    except OSError as error:
        sys.exit(f"nothing can be shown at {address} ({error.strerror}); try another PORT")
    finally:
        server.shutdown()


def _attempt(build: _Build, place: str) -> bool:
    """Whether the page at this place is new; where it cannot be built, the last one stays."""
    try:
        build.page(place)
    except (Exception, SystemExit) as error:
        _report(error)
        return False
    return True


def _report(error: BaseException) -> None:
    """Print what is wrong, with its place where it has no words for that itself."""
    print(_told(error), file=sys.stderr, flush=True)
    print("The last good page stays until this is mended.", file=sys.stderr, flush=True)


def _told(error: BaseException) -> str:
    if isinstance(error, SystemExit):  # ours, and what the macros plugin has already printed
        return str(error).strip() if isinstance(error, Stop) else "A page cannot be built."
    if isinstance(error, MkDocsException):
        return str(error)
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}: {error.message}"
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{last.filename}:{last.lineno}: {error}"
