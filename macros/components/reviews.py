"""What is said of who reviewed a page; where nobody did, that."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELP_WORDS, REVIEWS
from macros.catalog.models.reviews import Review

NATIVE = "native speaker"  # the role of a review after which a translation counts as read


def review_sentences(catalog: Catalog, file: PurePosixPath) -> str:
    """Who reviewed a page, and which of the awaited roles nobody has read it in."""
    reviews = catalog.reviews_of(file)
    said = [reviewed(catalog, review) for review in reviews]
    return " ".join([*said, *_missing(catalog, reviews)])


def reviews_so_far(catalog: Catalog) -> str:
    """The same for all pages together: that some were reviewed, or that none was."""
    of_pages = [review for review in catalog[REVIEWS].values() if review.page]
    missing = _missing(catalog, of_pages)
    return " ".join(missing) or catalog.text("reviews.some")


def unread(catalog: Catalog, file: PurePosixPath) -> str:
    """That no native speaker has read a translated page; nothing of one that somebody has read, and
    of one that is in English.
    """
    return catalog.text("reviews.unread.page") if _is_unread(catalog, file) else ""


def unread_so_far(catalog: Catalog) -> str:
    """The same for all translated pages together: that none was read, or not each."""
    pages = [file for file in catalog.every_page if catalog.translation.has(file)]
    missing = [file for file in pages if _is_unread(catalog, file)]
    if not missing:
        return ""
    return catalog.text("reviews.unread.none" if missing == pages else "reviews.unread.some")


def reviewed(catalog: Catalog, review: Review) -> str:
    """One review in a sentence; a check by the makers is called that, and no review."""
    text = catalog.text
    if review.role not in catalog.editorial.review_roles:
        return text(f"reviews.other.{review.role}", day=text.day(review.day))
    who = text(f"reviews.roles.{review.role}")
    who = text("reviews.named", name=review.name, role=who) if review.name else who
    return text("reviews.done", who=who, day=text.day(review.day))


def what_was_read(catalog: Catalog, review: Review) -> str:
    """The title of the page of a review, or which words of help were read."""
    if review.translation:
        language = catalog[HELP_WORDS][review.translation].english
        return catalog.text("reviews.translation", language=language)
    return catalog.every_page[PurePosixPath("docs", review.page or "")].title


def _is_unread(catalog: Catalog, file: PurePosixPath) -> bool:
    """Whether a page is translated, and nobody has read it who grew up with its language."""
    translation = catalog.translation
    if translation.is_english or not translation.has(file):
        return False
    return all(review.role != NATIVE for review in catalog.reviews_of(file))


def _missing(catalog: Catalog, reviews: Sequence[Review]) -> list[str]:
    """A sentence on the awaited roles of none of these reviews; no sentence where none is left."""
    text, seen = catalog.text, {review.role for review in reviews}
    roles = [role for role in catalog.editorial.review_roles if role not in seen]
    if not roles:
        return []
    who = text("reviews.nor").join(text(f"reviews.roles.{role}") for role in roles)
    return [text("reviews.missing", who=who)]
