"""Feeds (RSS 2.0): what is new or changed, new grades of claims, and the practice of the week."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import PurePosixPath

from feedgenerator import Rss201rev2Feed

from macros.catalog.kinds import ARTICLES, CLAIMS, PATHS, PRACTICES, SITUATIONS
from macros.components import subscriptions
from macros.components.subscriptions import Subscription
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
    items = {subscriptions.CHANGES: _changes, subscriptions.WEEKS: _weeks}
    return {
        feed.file: _rss(site, feed, items[name](site))
        for name, feed in subscriptions.feeds(site.catalog).items()
    }


def _changes(site: Site) -> list[Item]:
    """Every practice, article, path and page of words on the day it appeared, every change, and
    every new grade of a claim; the newest first.
    """
    catalog, items = site.catalog, _changes_of_mind(site)
    for kind in (PRACTICES, ARTICLES, SITUATIONS, PATHS):
        for id, page in catalog.records[kind.name].items():
            address, changed = (
                site.page(kind.file(id)),
                catalog.text("feeds.changed", title=page.title),
            )
            news = [(page.published, page.title, page.summary)]
            news += [(each.day, changed, each.what) for each in page.changes]
            items += [
                Item(f"{kind.name}/{id}@{day}", day, title, text, address)
                for day, title, text in news
            ]
    past = [item for item in items if item.day <= site.day]
    return sorted(past, key=lambda item: (-item.day.toordinal(), item.id))[:MOST]


def _changes_of_mind(site: Site) -> list[Item]:
    """Every change of a claim's grade."""
    text, items = site.catalog.text, []
    for id, claim in site.catalog[CLAIMS].items():
        page = site.page_showing("claim_list", claim.grade)
        for change in claim.history:
            what = text(
                "mind.changed",
                day=text.day(change.day),
                before=site.catalog.label("grades", change.before),
                after=site.catalog.label("grades", change.after),
            )
            title = text("mind.feed", statement=claim.statement.rstrip("."))
            entry = f"{CLAIMS.name}/{id}@{change.day}"
            address = f"{page}#{id}" if page else ""
            items.append(Item(entry, change.day, title, f"{what} {change.why}", address))
    return items


def _weeks(site: Site) -> list[Item]:
    """The practice of this week and of the weeks before it; the newest first."""
    days = (site.day - timedelta(weeks=back) for back in range(WEEKS))
    turns = [turn(site.catalog, day) for day in days]
    return [
        Item(
            each.week,
            each.monday,
            each.practice.title,
            f"{each.why} {each.practice.summary}",
            site.page(PRACTICES.file(each.id)),
        )
        for each in turns
    ]


def _rss(site: Site, subscription: Subscription, items: list[Item]) -> bytes:
    feed = Rss201rev2Feed(
        title=site.catalog.text("calendars.title", name=subscription.name),
        link=site.address,
        description=subscription.meaning,
        language="en",
        feed_url=f"{site.address}{subscription.file}",
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
