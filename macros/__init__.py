"""Ripple's catalog, components and editions; the door for site builders."""

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any


def define_env(env: Any) -> None:
    """Give a site builder our calls, and stop it where anything is wrong.

    MkDocs calls this once for each build, Zensical once for each page.
    """
    from macros.builder import checked_project
    from macros.components.calls import CALLS
    from macros.components.context import Context

    project = checked_project(Path(env.project_dir))

    def call(function: Callable[..., str], *arguments: Any, **options: Any) -> str:
        return function(Context(project, _file(env.page), env.page.url), *arguments, **options)

    env.macros.clear()
    for name, function in CALLS.items():
        env.macro(partial(call, function), name)


def _file(page: Any) -> PurePosixPath:
    """The page's file from the project root: MkDocs has `file`, Zensical `path`."""
    path = page.file.src_uri if hasattr(page, "file") else page.path
    return PurePosixPath("docs", path)
