"""Front matter: what a practice, an article, any other page and a folder say about themselves."""

from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo, model_validator

from macros.catalog.models.fields import (
    ClaimId,
    Day,
    Drawing,
    Illustration,
    Name,
    PageFile,
    PlainText,
    PracticeId,
    Record,
    Sentence,
    Sought,
    Text,
    Title,
    Url,
    fault,
    longest,
)
from macros.catalog.models.vocabulary import (
    Category,
    Company,
    Demand,
    Direction,
    Effort,
    Group,
    Need,
    Possibility,
    Rhythm,
)

LONGEST_NAME = 6  # words
LONGEST_PASSED_ON = 306  # characters: what a phone sends as two messages


def _sendable(text: str, info: ValidationInfo) -> str:
    most = longest(LONGEST_PASSED_ON, info)
    if len(text) > most:
        message = f"this has {len(text)} characters; {most} fit into two messages"
        raise fault(f"{message} of a phone, so take out some")
    return text


def _short(title: str, info: ValidationInfo) -> str:
    most = longest(LONGEST_NAME, info)
    if len(title.split()) > most:
        message = f"the title has more than {most} words"
        raise fault(f"{message}; a practice is named by a short verb phrase")
    return title


class Page(Record):
    """Any page that is neither a practice nor an article."""

    model_config = ConfigDict(title="page")

    title: Title = Field(description="The title. No two pages share one.")
    summary: Sentence = Field(description="What the page holds, one sentence.")
    reviewed: Day | None = Field(default=None, description="The day it was last read through.")
    headline: list[PlainText] = Field(
        default=[], max_length=3, description="Lines that stand large in place of the title."
    )
    illustration: Illustration | None = Field(
        default=None, description="Its illustration, a file in data/illustrations."
    )
    words: Sought = Field(default=[], description="What people really type or say.")


class Pick(Record):
    """A practice chosen by hand, and why it comes where it comes."""

    practice: PracticeId = Field(description="The practice.")
    because: PlainText = Field(description="Why it comes here, half a sentence without a stop.")


class NeedPage(Page):
    """The page for one need, with the practices that a good friend would offer first."""

    model_config = ConfigDict(title="need")

    label: PlainText = Field(description="The need as people say it, one to three words.")
    drawing: Drawing = Field(description="Its drawing, a file in data/drawings.")
    good: bool = Field(default=False, description="Whether it is a good state to be in.")
    first: list[Pick] = Field(default=[], description="The practices to offer first, in order.")

    @property
    def picks(self) -> list[str]:
        """The practices to offer first, by their ids."""
        return [pick.practice for pick in self.first]


class Change(Record):
    """What changed on a page for its readers, and when."""

    day: Day = Field(description="The day of the change.")
    what: Sentence = Field(description="What is different now, one sentence.")


class Dated(Record):
    """A page that readers hear about when it appears and when it changes."""

    title: Title = Field(description="The title, often a question.")
    summary: Sentence = Field(description="What the page says, one sentence.")
    published: Day = Field(description="The day it first appeared.")
    reviewed: Day = Field(description="The day it was last read through.")
    illustration: Illustration | None = Field(
        default=None, description="Its illustration, a file in data/illustrations."
    )
    changes: list[Change] = Field(
        default=[], description="What changed for readers, the oldest first; feeds tell of it."
    )

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """A page appears, then changes, and is read through last; no day holds two changes."""
        if self.reviewed < self.published:
            raise fault("`reviewed` is before `published`; one of the two dates is wrong")
        days = [self.published, *(change.day for change in self.changes)]
        if any(later <= earlier for earlier, later in pairwise(days)):
            raise fault("`changes` come after `published`, the oldest first, one for each day")
        if self.reviewed < days[-1]:
            raise fault("`reviewed` is before the last of `changes`; a change is read through")
        return self


AnyPage = Page | Dated  # the front matter of any page


class Practice(Dated):
    """Something to do, in minutes. One file is one practice."""

    model_config = ConfigDict(title="practice")

    title: Annotated[Title, AfterValidator(_short)] = Field(
        description="A verb phrase of up to six words."
    )
    summary: Sentence = Field(description="What you do, one sentence that makes one want to.")
    drawing: Drawing = Field(description="Its drawing, a file in data/drawings.")
    group: Group = Field(description="What it is for; the menu groups practices so.")
    gate: list[Sentence] = Field(
        default=[],
        max_length=3,
        description="What to know before the steps, only where it has a risk of its own.",
    )
    tags: list[Need] = Field(min_length=1, description="The needs it answers.")
    minutes: int = Field(ge=1, le=180, description="How long it takes, in minutes.")
    effort: Effort = Field(description="How much energy it takes.")
    hard: list[Demand] = Field(default=[], description="What can be hard about it.")
    often: Rhythm = Field(description="How often it is meant.")
    direction: Direction = Field(description="Whom the kindness goes to first.")
    people: list[Company] = Field(min_length=1, description="With whom it is done.")
    possible: list[Possibility] = Field(default=[], description="How it can be done.")
    claims: list[ClaimId] = Field(min_length=1, description="The claims it rests on.")
    words: Sought = Field(min_length=3, description="What people really type or say.")
    pass_on: Annotated[PlainText, AfterValidator(_sendable)] | None = Field(
        default=None,
        description="The practice as one text to hand to a friend: a step, and leave to skip it.",
    )


class Gap(Record):
    """Cells of the coverage table that are empty on purpose."""

    model_config = ConfigDict(title="gap")

    needs: list[Need] = Field(min_length=1, description="For whom.")
    efforts: list[Effort] = Field(min_length=1, description="At what effort.")
    directions: list[Direction] = Field(min_length=1, description="In which direction.")
    reason: Text = Field(description="Why no practice is offered there.")


Accent = Annotated[str, Name(("night", "words", "do", "light"))]


class Door(Record):
    """A large link on the front page."""

    model_config = ConfigDict(title="door")

    page: PageFile = Field(description="Where it leads, a file below docs.")
    title: PlainText = Field(description="What a reader would say who wants it.")
    line: PlainText = Field(description="What is behind it, a few words.")
    drawing: Drawing = Field(description="Its drawing, a file in data/drawings.")
    accent: Accent = Field(description="Its color.")


class SourceText(Record):
    """A text that an article grew from."""

    title: Text = Field(description="Its title.")
    author: Text | None = Field(default=None, description="Who wrote it.")
    url: Url | None = Field(default=None, description="Where it can be read.")


class Article(Dated):
    """Something to understand. One file is one article."""

    model_config = ConfigDict(title="article")

    category: Category = Field(description="Its shelf.")
    tags: list[Need] = Field(min_length=1, description="The needs it speaks to.")
    author: Text = Field(description="Who wrote it.")
    claims: list[ClaimId] = Field(default=[], description="The claims it discusses.")
    words: Sought = Field(default=[], description="What people really type or say.")
    sources: list[SourceText] = Field(default=[], description="Texts it grew from.")


class Addresses(Record):
    """Every page that was published, so that no address is lost when a page moves."""

    model_config = ConfigDict(title="addresses")

    published: list[PageFile] = Field(description="Pages by their files below docs.")
    moved: dict[PageFile, PageFile] = Field(
        default={}, description="Where a page went: its old file, and the page that took its place."
    )


class FolderSearch(Record):
    """How a folder ranks in search."""

    boost: float = Field(gt=0, le=10, description="1 is normal.")


class Folder(Record):
    """`.meta.yml`: settings for every page of a folder."""

    model_config = ConfigDict(title="folder")

    search: FolderSearch | None = Field(default=None, description="How the folder ranks in search.")
