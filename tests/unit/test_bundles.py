"""Styles and scripts in few files: each page still loads the same, in the same order."""

from pathlib import Path

from macros.editions.beside.bundles import bundle

HEAD = '<link rel="stylesheet" href="{up}assets/styles/{name}.css">\n'
FOOT = '<script src="{up}assets/scripts/{name}.js" defer></script>\n'


def page(up: str, styles: list[str], scripts: list[str]) -> str:
    """A page that loads these files from a folder as deep as `up` says."""
    head = "".join(HEAD.format(up=up, name=name) for name in styles)
    foot = "".join(FOOT.format(up=up, name=name) for name in scripts)
    return f"<head>\n{head}</head>\n<body>\n<p>Words</p>\n{foot}</body>\n"


def test_what_all_load_is_one_file_and_what_a_page_adds_is_another(tmp_path: Path) -> None:
    given = {
        "index.html": ("", ["a", "b"], ["one", "two"]),
        "log/index.html": ("../", ["a", "b", "log"], ["one", "two", "store", "log"]),
        "look/index.html": ("../", ["a", "b", "log"], ["one", "two", "store", "look"]),
        "404.html": ("/site/", ["a", "b"], ["one", "two"]),
    }
    for place, loads in given.items():
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(page(*loads), "utf-8")
    (tmp_path / "moved.html").write_text("<p>This page has moved</p>\n", "utf-8")
    for kind, names in (("styles", "a b log"), ("scripts", "one two store log look")):
        (tmp_path / "assets" / kind).mkdir(parents=True)
        for name in names.split():
            suffix = ".css" if kind == "styles" else ".js"
            (tmp_path / "assets" / kind / f"{name}{suffix}").write_text(f"/* {name} */", "utf-8")
    bundle(tmp_path)
    found = {p.relative_to(tmp_path).as_posix(): p.read_text("utf-8") for p in files(tmp_path)}
    assert found == {
        "404.html": page("/site/", ["site"], ["site"]),
        "assets/scripts/log-all.js": "/* store */\n/* log */",
        "assets/scripts/look-all.js": "/* store */\n/* look */",
        "assets/scripts/site.js": "/* one */\n/* two */",
        "assets/styles/log.css": "/* log */",
        "assets/styles/site.css": "/* a */\n/* b */",
        "index.html": page("", ["site"], ["site"]),
        "log/index.html": page("../", ["site", "log"], ["site", "log-all"]),
        "look/index.html": page("../", ["site", "log"], ["site", "look-all"]),
        "moved.html": "<p>This page has moved</p>\n",
    }


def files(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
