"""Feeds (RSS 2.0 and JSON Feed 1.1): what is new or changed, and the practice of the week."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import PurePosixPath
from typing import Any

from feedgenerator import Rss201rev2Feed

from macros.components import subscriptions as handouts
from macros.components.subscriptions import Handout
from macros.editions.beside.weeks import turn
from macros.editions.site import Site

MOST = 100
WEEKS = 12


@dataclass(frozen=True)
class Item:
    """One entry of a feed; its id says nothing of build or host."""

    id: str
    day: date
    title: str
    text: str
    address: str

    @property
    def moment(self) -> datetime:
        """The day as a moment, which feeds ask for."""
        return datetime.combine(self.day, time(), UTC)


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """Every feed, by its place in the site; none where it leads nowhere or never changes."""
    if not site.address or site.on_disk:
        return {}
    items = {handouts.CHANGES: _changes(site), handouts.WEEKS: _weeks(site)}
    made = {}
    for name, handout in handouts.feeds().items():
        made[handout.file.with_suffix(".xml")] = _rss(site, handout, items[name])
        made[handout.file.with_suffix(".json")] = _json(site, handout, items[name])
    return made


def _changes(site: Site) -> list[Item]:
    """Every practice and article on the day it appeared, and every change; the newest first."""
    catalog, items = site.catalog, []
    for folder, pages in (("practices", catalog.practices), ("articles", catalog.articles)):
        for id, page in pages.items():
            address = site.page(PurePosixPath("docs", folder, f"{id}.md"))
            news = [(page.published, page.title, page.summary)]
            news += [(each.day, f"Changed: {page.title}", each.what) for each in page.changes]
            items += [
                Item(f"{folder}/{id}@{day}", day, title, text, address) for day, title, text in news
            ]
    past = [item for item in items if item.day <= site.built.date()]
    return sorted(past, key=lambda item: (-item.day.toordinal(), item.id))[:MOST]


def _weeks(site: Site) -> list[Item]:
    """The practice of this week and of the weeks before it; the newest first."""
    days = (site.built.date() - timedelta(weeks=back) for back in range(WEEKS))
    turns = [turn(site.catalog, day) for day in days]
    return [
        Item(
            each.week,
            each.monday,
            each.practice.title,
            f"{each.why} {each.practice.summary}",
            site.page(PurePosixPath("docs/practices", f"{each.id}.md")),
        )
        for each in turns
    ]


def _rss(site: Site, handout: Handout, items: list[Item]) -> bytes:
    feed = Rss201rev2Feed(
        title=f"Ripple: {handout.name}",
        link=site.address,
        description=handout.meaning,
        language="en",
        feed_url=f"{site.address}{handout.file}.xml",
    )
    for item in items:
        feed.add_item(
            title=item.title,
            link=item.address,
            description=item.text,
            pubdate=item.moment,
            unique_id=item.id,
            unique_id_is_permalink=False,
        )
    return bytes(feed.writeString("utf-8"), "utf-8")


def _json(site: Site, handout: Handout, items: list[Item]) -> bytes:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"Ripple: {handout.name}",
        "home_page_url": site.address,
        "feed_url": f"{site.address}{handout.file}.json",
        "description": handout.meaning,
        "language": "en",
        "items": [
            {
                "id": item.id,
                "url": item.address,
                "title": item.title,
                "content_text": item.text,
                "date_published": item.moment.isoformat(),
            }
            for item in items
        ],
    }
    return bytes(json.dumps(feed, ensure_ascii=False, indent=1) + "\n", "utf-8")
