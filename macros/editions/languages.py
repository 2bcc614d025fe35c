"""Sites of several languages as one: English at the root, each other one in a folder of its code.

Pages that a language has not translated are taken out of it, and links to them lead to the English
page and say so. Each page leads to itself in the other languages.
"""

import json
import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urldefrag

from macros.catalog.generated_files import SCRIPTS, danger_script
from macros.catalog.kinds import HELP_WORDS, PAGES, kind_of
from macros.components.reviews import unread
from macros.components.service_worker import WORKER
from macros.editions import folders
from macros.editions.parts.templates import fill
from macros.editions.site import Site

_PICKER = re.compile(r'[ \t]*<(?P<tag>nav|div) class="rp-languages" hidden></(?P=tag)>\n?')
_UNREAD = re.compile(r'[ \t]*<p class="rp-unread" hidden></p>\n?')
_LINK = re.compile(
    r'<a\b(?P<before>[^>]*?) href="(?P<address>[^"]*)"(?P<after>[^>]*)>(?P<words>.*?)</a>', re.S
)
_SHARED = re.compile(
    rf'(?<=[" ])(?P<up>(?:\.\./)*|\./)(?P<file>assets/[\w./-]+|{re.escape(str(WORKER))})(?=[" ?])'
)
_SITEMAP = re.compile(r"\s*<url>\s*<loc>(?P<address>[^<]*)</loc>.*?</url>", re.S)
MANIFEST = PurePosixPath("assets/manifest.webmanifest")
NOT_FOUND = "404.html"  # servers show the one at the root


def prepare(site: Site) -> None:
    """Take out of a site in another language, which goes into the English one, what it lacks."""
    for file in site.catalog.texts:
        if not site.has(file):
            folders.remove(site.folder / site.place(file))
    for name in (NOT_FOUND, "sitemap.xml.gz"):
        folders.remove(site.folder / name)


def put_own(site: Site) -> None:
    """Put into a site in another language what a builder takes from English: words of danger, and
    what a phone is told of it.
    """
    danger = SCRIPTS.relative_to("docs") / "danger-words.js"
    folders.write(site.folder, {danger: danger_script(site.catalog).encode()})
    manifest = site.folder / MANIFEST
    if manifest.is_file():
        values = _manifest(site, json.loads(manifest.read_text("utf-8")))
        manifest.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", "utf-8")


def join(english: Site, others: Sequence[Site]) -> None:
    """Make one site of several, each with the pages it has: others go into folders of English."""
    pages = {site: set(_pages(site)) for site in (english, *others)}
    for site in (english, *others):
        _mark_old_parts(site)
        for file in pages[site]:
            path = site.folder / site.place(file)
            there = [other for other in (english, *others) if file in pages[other]]
            text = _with_languages(path.read_text("utf-8"), site, file, there)
            text = _UNREAD.sub(partial(_unread_note, unread(site.catalog, file)), text)
            if others and 'class="rp-progress"' in text:
                rows = list(_progress(english, others))
                table = fill("progress.html", rows=rows, text=site.catalog.text)
                before, _, rest = text.partition('<div class="rp-progress"')
                text = f"{before}{table}{rest.partition('</div>')[2]}"
            if site is not english:
                text = _links_to_english(text, site, file, pages[site])
            path.write_text(text, "utf-8", newline="\n")
        for path in (site.folder / NOT_FOUND,):
            if path.is_file():
                text = _UNREAD.sub("", _PICKER.sub("", path.read_text("utf-8")))
                path.write_text(text, "utf-8", newline="\n")
    for site in others:
        _shorten_sitemap(site, pages[site])
        _share_assets(english, site)
        place = english.folder / site.catalog.language
        folders.remove(place)
        site.folder.rename(place)


def _progress(english: Site, others: Sequence[Site]) -> Iterator[dict[str, Any]]:
    """How far each language is, folder by folder of English."""
    folders_of: dict[str, list[str]] = {}
    for file in english.catalog.sources:
        if kind_of(file) is HELP_WORDS:  # each language has one of them
            continue
        folders_of.setdefault(str(file.parent), []).append(str(file))
    for site in others:
        translation = site.catalog.translation
        words = HELP_WORDS.file(translation.language)
        every = {**folders_of, str(words.parent): [str(words)]}
        for folder, names in sorted(every.items()):
            counts = [translation.counts[name] for name in names if name in translation.counts]
            if counts:
                yield {
                    "code": translation.language,
                    "name": translation.name,
                    "folder": folder,
                    "pages": len(counts),
                    "all": len(names),
                    "current": sum(count[0] for count in counts),
                    "parts": sum(count[1] for count in counts),
                }


def _pages(site: Site) -> Iterator[PurePosixPath]:
    """Every page that a site has."""
    for file in site.catalog.texts:
        if (site.folder / site.place(file)).is_file():
            yield file


def _with_languages(text: str, site: Site, file: PurePosixPath, there: Sequence[Site]) -> str:
    """A page with links to itself in other languages, where there are some."""
    links = [
        {
            "address": _to(site, other, file),
            "code": other.catalog.language,
            "name": other.catalog.translation.name,
        }
        for other in there
        if other is not site
    ]

    def picker(found: re.Match[str]) -> str:
        given = {"links": links, "tag": found["tag"], "text": site.catalog.text}
        return fill("languages.html", **given) if links else ""

    text = _PICKER.sub(picker, text)
    if not (links and site.address) or site.on_disk:
        return text
    alternates = "".join(
        f'  <link rel="alternate" hreflang="{other.catalog.language}" href="{other.page(file)}">\n'
        for other in there
    )
    return text.replace("</head>", f"{alternates}</head>", 1)


def _unread_note(words: str, _place: re.Match[str]) -> str:
    """The line at the foot of a page that no native speaker has read."""
    return fill("unread.html", words=words) if words else ""


def _to(site: Site, other: Site, file: PurePosixPath) -> str:
    """The address of a page in another language, from the same page in this one."""
    here, there = (each.folder_in_whole / each.place(file) for each in (site, other))
    return _between(here.parent, there, site.on_disk)


def _between(folder: PurePosixPath, place: PurePosixPath, on_disk: bool) -> str:
    """The address of a page from a folder of the whole site, as browsers write it."""
    address = posixpath.relpath(str(place), str(folder))
    return address if on_disk else f"{posixpath.dirname(address) or '.'}/"


def _links_to_english(text: str, site: Site, file: PurePosixPath, pages: set[PurePosixPath]) -> str:
    """A page whose links to what is not translated lead to English, and say so."""
    places = {str(site.place(each)): each for each in site.catalog.texts}
    english = {place for place, each in places.items() if each not in pages}
    here = site.place(file).parent
    word = site.catalog.text("languages.english")

    def led(found: re.Match[str]) -> str:
        address, part = urldefrag(found["address"])
        if not address or ":" in address or address.startswith("/"):
            return found[0]
        target = posixpath.normpath(posixpath.join(str(here), address))
        target = target if target.endswith(".html") else posixpath.join(target, "index.html")
        place = posixpath.normpath(target)
        if place not in english:
            return found[0]
        address = _between(site.folder_in_whole / here, PurePosixPath(place), site.on_disk)
        address += f"#{part}" if part else ""
        if "rp-logo" in found["before"]:
            return found[0].replace(found["address"], address, 1)
        return (
            f'<a{found["before"]} href="{address}" hreflang="en"{found["after"]}>'
            f'{found["words"]}</a> <span class="rp-in-english">{word}</span>'
        )

    return _LINK.sub(led, text)


def _share_assets(english: Site, site: Site) -> None:
    """Let pages of another language use the scripts, styles and fonts that English has the same."""
    own = set()
    for path in sorted((site.folder / "assets").rglob("*")):
        place = path.relative_to(site.folder).as_posix()
        twin = english.folder / place
        if path.is_file() and twin.is_file() and twin.read_bytes() == path.read_bytes():
            path.unlink()
        elif path.is_file():
            own.add(place)

    def shared(found: re.Match[str]) -> str:
        up = found["up"].removeprefix("./")
        return found[0] if found["file"] in own else f"../{up}{found['file']}"

    for page in site.folder.rglob("*.html"):
        text = _SHARED.sub(shared, page.read_text("utf-8"))
        if site.address:  # services that show links want a whole address of a picture
            text = text.replace(f'"{site.address}assets/', f'"{english.address}assets/')
        page.write_text(text, "utf-8", newline="\n")
    _remove_empty(site.folder / "assets")


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _shorten_sitemap(site: Site, pages: set[PurePosixPath]) -> None:
    path = site.folder / "sitemap.xml"
    if path.is_file():
        here = {site.page(file) for file in pages}
        kept = _SITEMAP.sub(
            lambda found: found[0] if found["address"] in here else "", path.read_text("utf-8")
        )
        path.write_text(kept, "utf-8", newline="\n")


def _mark_old_parts(site: Site) -> None:
    """Say where the English has changed since, and which parts are shown in English for that."""
    translation, text = site.catalog.translation, site.catalog.text
    for name, parts in translation.old.items():
        file = PurePosixPath(name)
        path = site.folder / site.place(file) if file.suffix == ".md" else Path()
        if not path.is_file():
            continue
        html = path.read_text("utf-8")
        for part in parts:
            key = "english" if part in translation.english.get(name, ()) else "changed"
            note = fill("old_part.html", words=text(f"languages.{key}_since"), part=part)
            html = _marked(html, part, note, key == "english", _heading_ids(site, file))
        path.write_text(html, "utf-8", newline="\n")


def _heading_ids(site: Site, file: PurePosixPath) -> list[str]:
    return [part.id for part in site.catalog.texts[file].parts if part.tag[:1] == "h" and part.id]


def _marked(html: str, part: str, note: str, in_english: bool, ids: list[str]) -> str:
    """A page with a note at one of its parts; what is English there is marked so."""
    id = part.removeprefix("text.") if part.startswith("text.") else ""
    start = html.find(f' id="{id}"') if id in ids else -1
    if start < 0:  # a key, or what stands before the first heading: at the top, below the title
        start, id = html.find("<h1"), ""
    begin = html.find("</h", start) + len("</h1>")
    if begin < len("</h1>") or start < 0:
        return html
    if not in_english or not id:
        return f"{html[:begin]}\n{note}{html[begin:]}"
    later = (html.find(f' id="{each}"', begin) for each in ids[ids.index(id) + 1 :][:1])
    end = max((html.rfind("<h", begin, at) for at in later if at > 0), default=-1)
    end = end if end > 0 else html.find("</article>", begin)
    inner = html[begin:end]
    return f'{html[:begin]}\n{note}<div lang="en" dir="ltr">{inner}</div>\n{html[end:]}'


def _manifest(site: Site, values: dict[str, Any]) -> dict[str, Any]:
    """What a phone is told of a site in this language."""
    shortcuts = []
    for shortcut in values.get("shortcuts", ()):
        page = PAGES.file(shortcut["url"].removeprefix("../").rstrip("/") or "index")
        if site.has(page) and page in site.catalog.every_page:
            shortcuts.append({**shortcut, "name": site.catalog.every_page[page].title})
    return {
        **values,
        "description": site.catalog.text("tagline"),
        "lang": site.catalog.language,
        "dir": site.catalog.translation.direction,
        "shortcuts": shortcuts,
    }
