"""Scripts in few files: each page still loads the same, in the same order."""

from pathlib import Path

from macros.editions.beside.bundles import bundle

FOOT = '<script src="{up}assets/scripts/{name}.js" defer></script>\n'


def page(up: str, scripts: list[str]) -> str:
    """A page that loads these files from a folder as deep as `up` says."""
    foot = "".join(FOOT.format(up=up, name=name) for name in scripts)
    return f"<head>\n</head>\n<body>\n<p>Words</p>\n{foot}</body>\n"


def test_what_all_load_is_one_file_and_what_a_page_adds_is_another(tmp_path: Path) -> None:
    given = {
        "index.html": ("", ["one", "two"]),
        "log/index.html": ("../", ["one", "two", "store", "log"]),
        "look/index.html": ("../", ["one", "two", "store", "look"]),
        "404.html": ("/site/", ["one", "two"]),
    }
    for place, loads in given.items():
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(page(*loads), "utf-8")
    (tmp_path / "moved.html").write_text("<p>This page has moved</p>\n", "utf-8")
    (tmp_path / "assets" / "scripts").mkdir(parents=True)
    for name in ["one", "two", "store", "log", "look"]:
        (tmp_path / "assets" / "scripts" / f"{name}.js").write_text(f"/* {name} */", "utf-8")
    bundle(tmp_path)
    found = {p.relative_to(tmp_path).as_posix(): p.read_text("utf-8") for p in files(tmp_path)}
    assert found == {
        "404.html": page("/site/", ["site"]),
        "assets/scripts/log-all.js": "/* store */\n/* log */",
        "assets/scripts/look-all.js": "/* store */\n/* look */",
        "assets/scripts/site.js": "/* one */\n/* two */",
        "index.html": page("", ["site"]),
        "log/index.html": page("../", ["site", "log-all"]),
        "look/index.html": page("../", ["site", "look-all"]),
        "moved.html": "<p>This page has moved</p>\n",
    }


def files(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
