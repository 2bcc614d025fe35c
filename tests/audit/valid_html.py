"""The HTML of the built site, read by the Nu Html Checker of the W3C's validator."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path

from tests.audit.pages import addresses
from tests.helpers.projects import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Half of the work: no code is made as fast as can be, which would pay for thousands of pages.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
# What may be said, and why it does no harm.
ALLOWED = {
    r"The “role” attribute must not be used on a “t[dhr]” element": (
        "A phone shows rows as cards; some browsers forget then that they are rows, unless told."
    ),
    r"The “(table|rowgroup|row|rowheader|columnheader|cell)” role is unnecessary": "The same.",
    r"The “list” role is unnecessary": "Safari takes a list without marks for none, unless told.",
    r"Attribute “autocomplete” is only allowed when the input type is": (
        "Firefox brings a tick back after a reload unless it is told not to."
    ),
    r"Section lacks heading": (
        "It marks what search leaves out, which builders follow to the next end of the same tag."
    ),
    r"Resource violates Content Security Policy": (
        "The checker reads files, and no file is the site itself; a browser judges the policy."
    ),
    r"Inline script violates Content Security Policy": "It is data, and never run.",
}
_TITLE = re.compile("<title>(.*?)</title>")
_MESSAGE = re.compile("|".join(ALLOWED))


def file(folder: Path, address: str) -> Path:
    """The file of a page of the site in a folder."""
    return folder / (f"{address}index.html" if address.endswith("/") or not address else address)


def titles(folder: Path) -> list[str]:
    """Titles that two pages share, one line each."""
    pages: dict[str, list[str]] = {}
    for path in (file(folder, address) for address in addresses(folder)):
        title = _TITLE.search(path.read_text("utf-8"))
        name = path.relative_to(folder).as_posix()
        pages.setdefault(title[1] if title else "", []).append(name)
    return [
        f"{', '.join(names)}: the same title, {title or 'none'}"
        for title, names in pages.items()
        if len(names) > 1 or not title
    ]


@cache
def messages(*places: Path) -> list[dict[str, str]]:
    """Every error and warning of the checker about pages, and those and drawings below folders."""
    command = ["java", *QUICK, "-jar", str(CHECKER), "--format", "json", "--also-check-svg"]
    done = subprocess.run(
        [*command, "--skip-non-html", "--exit-zero-always", *map(str, places)],
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    return [one for one in found if one["type"] != "info" or one.get("subType") == "warning"]


def faults(*places: Path) -> list[str]:
    """What is not valid, one line each: the file, its line, and the message."""
    return sorted(
        f"{one['url'].removeprefix('file:')}:{one.get('lastLine', 1)}: {one['message']}"
        for one in messages(*places)
        if not _MESSAGE.match(one["message"])
    )
