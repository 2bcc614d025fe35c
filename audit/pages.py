"""Which pages there are to look at."""

from pathlib import Path

# One page of each kind, by its address below the site's.
KINDS = (
    "",
    "practices/",
    "practices/say-no-kindly/",
    "articles/",
    "articles/the-two-way-street/",
    "articles/kindness-and-safety/",
    "acts/for-people-you-know/",
    "rhythm/",
    "rhythm/log/",
    "rhythm/look-back/",
    "rhythm/sheet/",
    "give/",
    "download/",
    "ripples/",
    "ripples/in-grief/",
    "evidence/",
    "evidence/claims/",
    "evidence/effects/",
    "evidence/studies/",
    "evidence/source-claims/",
    "needs/",
    "needs/angry/",
    "help/",
    "about/privacy/",
    "about/words/",
    "contribute/fields/",
    "404.html",
)
LEADS_ON = 'http-equiv="refresh"'  # a page that moved: nobody stays on it


def addresses(site: Path) -> list[str]:
    """The address of every page of a built site, below the site's; none of pages that moved."""
    return [
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(site.rglob("*.html"))
        if LEADS_ON not in path.read_text("utf-8")
    ]
