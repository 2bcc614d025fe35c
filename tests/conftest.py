"""What tests of every room share: the real catalog, the built sites, a server and a browser."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ARTICLES
from macros.editions.site import Site
from macros.project import Project
from tests.helpers.picks import Guided, Pick, first, guided
from tests.helpers.projects import DAY, SETTINGS, copy_of_project, real_catalog
from tests.helpers.server import served
from tests.helpers.shared import shared
from tests.helpers.sites import (
    ADDRESS,
    GIVEN,
    MKDOCS,
    ZENSICAL,
    build,
    build_languages,
    small_project_with_copies,
)
from tools.chromium import chromium


def pytest_configure() -> None:
    """Tests build as of one day."""
    os.environ["SOURCE_DATE_EPOCH"] = DAY


def pytest_xdist_auto_num_workers() -> int:
    """Three workers for two cores: each waits a third of its time for a browser or a builder."""
    return (os.cpu_count() or 1) * 3 // 2 or 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that no worker waits for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Every record of the real project."""
    return real_catalog()


@pytest.fixture(scope="session")
def site() -> Path:
    """The real site, as `make site` builds it, with every setting given."""
    return shared("site", lambda at: build(MKDOCS, at / "ripple", **GIVEN)) / "ripple"


@pytest.fixture(scope="session")
def whole_site() -> Path:
    """The real site in all its languages."""
    return (
        shared("all languages", lambda at: build_languages(copy_of_project(at))) / "copy" / "site"
    )


@pytest.fixture(scope="session")
def zensical_site() -> Path:
    """The real site as Zensical builds it, with every setting given."""
    return shared("zensical", lambda at: build(ZENSICAL, at / "ripple", **GIVEN)) / "ripple"


@pytest.fixture(scope="session")
def small_release() -> Path:
    """The small project after `make editions`: pages and copies are in its folder `site`."""
    return shared("small release", small_project_with_copies) / "project"


@pytest.fixture(scope="session")
def small_address(small_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of the small project is served: below a path, as its SITE_URL says."""
    place = tmp_path_factory.mktemp("served")
    (place / "ripple").symlink_to(small_release / "site")
    with served(place) as host:
        yield f"{host}ripple/"


@pytest.fixture(scope="session")
def offline_site() -> Path:
    """The copy for disks, in a folder whose name needs care."""
    name = "Ripple #1 (é)"
    return shared("a copy", lambda at: build(MKDOCS, at / name, OFFLINE="true")) / name


@pytest.fixture(scope="session")
def real_disk(offline_site: Path) -> Site:
    """The copy for disks, as the makers of copies get it."""
    return Site(offline_site, Project(replace(SETTINGS, site_url=ADDRESS), real_catalog()))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served during the tests: below a path, as its SITE_URL says."""
    with served(site.parent) as host:
        yield f"{host}{site.name}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as browser:
        yield browser


# ---------- Pages of the real site, whichever there are ----------


@pytest.fixture(scope="session")
def practices(catalog: Catalog, site: Path) -> list[Guided]:
    """Every practice, by its id."""
    return guided(catalog, site)


@pytest.fixture(scope="session")
def practice(practices: list[Guided]) -> Guided:
    """A practice with words before its steps, and one pause, which is not in its last step."""
    return first(
        each
        for each in practices
        if each.words_before and sum(map(len, each.pauses[:-1])) == 1 and not each.pauses[-1]
    )


@pytest.fixture(scope="session")
def article(catalog: Catalog) -> Pick:
    """An article."""
    return first(Pick("articles", id, record) for id, record in sorted(catalog[ARTICLES].items()))
