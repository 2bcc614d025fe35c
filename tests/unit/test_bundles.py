"""Styles in few files: each page still loads the same, in the same order."""

from pathlib import Path

from macros.editions.beside.bundles import bundle

HEAD = '<link rel="stylesheet" href="{up}assets/styles/{name}.css">\n'


def page(up: str, styles: list[str]) -> str:
    """A page that loads these files from a folder as deep as `up` says."""
    head = "".join(HEAD.format(up=up, name=name) for name in styles)
    return f"<head>\n{head}</head>\n<body>\n<p>Words</p>\n</body>\n"


def test_what_all_load_is_one_file_and_what_a_page_adds_is_another(tmp_path: Path) -> None:
    given = {
        "index.html": ("", ["a", "b"]),
        "log/index.html": ("../", ["a", "b", "log"]),
        "look/index.html": ("../", ["a", "b", "log"]),
        "404.html": ("/site/", ["a", "b"]),
    }
    for place, loads in given.items():
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(page(*loads), "utf-8")
    (tmp_path / "moved.html").write_text("<p>This page has moved</p>\n", "utf-8")
    (tmp_path / "assets" / "styles").mkdir(parents=True)
    for name in ("a", "b", "log"):
        (tmp_path / "assets" / "styles" / f"{name}.css").write_text(f"/* {name} */", "utf-8")
    bundle(tmp_path)
    found = {p.relative_to(tmp_path).as_posix(): p.read_text("utf-8") for p in files(tmp_path)}
    assert found == {
        "404.html": page("/site/", ["site"]),
        "assets/styles/log.css": "/* log */",
        "assets/styles/site.css": "/* a */\n/* b */",
        "index.html": page("", ["site"]),
        "log/index.html": page("../", ["site", "log"]),
        "look/index.html": page("../", ["site", "log"]),
        "moved.html": "<p>This page has moved</p>\n",
    }


def files(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
