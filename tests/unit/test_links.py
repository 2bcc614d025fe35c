"""Addresses: those on the list pass, and each leads a browser where it may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalog.allowed import links
from tests.helpers.examples import EXAMPLES
from tests.helpers.risks import leads_well


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "http://example.org",
        "ftp://example.org",
        "file:///etc/passwd",
        "//example.org",
        "/help",
        "\\\\example.org",
        "https:example.org",
        "https:///example.org",
        "mailto://example.org",
        "https://[bad",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://xn--pple-43d.com/",
        "mailto:a@e.org?bcc=b@e.org",
        "mailto:a@e.org?subject=x&cc=b@e.org",
        "tel:*21*1#",
        "tel:*21",
    ],
)
def test_addresses_that_are_not_on_the_list(address: str) -> None:
    assert not links.is_relative(address)
    assert not links.is_outside(address)


SCHEMES = ["", "https:", "HTTPS:", "http:", "javascript:", "data:", "mailto:", "tel:", "\x01https:"]
SLASHES = ["", "/", "//", "///", "\\\\", "/\\", "\t//", "./", "../", "/%2f", "?", "#"]
HOSTS = [
    "e.org",
    "a@e.org",
    "a:b@e.org",
    "e.org:1",
    "\u0430.org",
    "e\u3002org",
    "e\u2044f",
    "[",
    "1",
]
ENDS = [
    "",
    "/",
    "/a?b#c",
    "@f.org",
    "//f.org",
    ":x",
    "\\f.org",
    "\t",
    " ",
    "\xad",
    "%00",
    "javascript:x",
]
ADDRESSES = st.builds(
    "{}{}{}{}{}".format,
    *map(st.sampled_from, (SCHEMES, SLASHES, HOSTS, ENDS)),
    st.text(max_size=2),
)


@EXAMPLES
@given(ADDRESSES)
def test_an_address_that_passes_leads_where_it_may(address: str) -> None:
    if links.is_relative(address) or links.is_outside(address):
        assert leads_well(address)
