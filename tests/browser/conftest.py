"""Devices of readers: pages in fresh browser profiles, closed when the test is over."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.helpers.reader import DESKTOP, Device


@pytest.fixture
def device(browser: Browser) -> Iterator[Device]:
    """Opens a page in a fresh browser profile with the settings of the test."""
    with ExitStack() as opened:

        def new_page(**settings: Any) -> Page:
            context = browser.new_context(**settings)
            opened.callback(context.close)
            return context.new_page()

        yield new_page


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile on a desktop."""
    context = browser.new_context(viewport=DESKTOP)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page in a fresh browser profile."""
    return context.new_page()
