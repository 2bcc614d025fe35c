"""What this library asks of its pages: the rules that another library would set otherwise."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from macros.catalog.models.fields import (
    FRESH_FOR,
    OWN_WORDS,
    Drawing,
    Form,
    Id,
    PageFile,
    PlainText,
    Record,
    Sought,
    Text,
)
from macros.catalog.models.vocabulary import (
    Category,
    Company,
    Demand,
    Need,
    Possibility,
    Recipient,
    Role,
)
from macros.catalog.models.words import Pattern

FolderName = Annotated[str, Form(r"^[a-z0-9-]+$", "the name of a folder of docs")]
CountryCode = Annotated[str, Form(r"^[a-z]{2}$", "two letters, such as gb")]
PlaceName = Annotated[
    str, Form(r"^[a-z0-9-]+(/[a-z0-9-]+)*$", "a folder of docs, or a page without .md")
]
CallName = Annotated[str, Form(r"^[a-z_]+$", "the name of a call, such as care_card")]
Count = Annotated[int, Field(ge=0, le=1_000)]
LONGEST = 3_650  # days of any rule


class Care(Record):
    """Which pages need help beside them."""

    calls: list[CallName] = Field(default=[], description="Calls that show where help is.")
    frame: list[CallName] = Field(
        default=[], description="Calls that are enough where only `needs` asks for help."
    )
    words: Annotated[Pattern, OWN_WORDS] | None = Field(
        default=None, description="Words that a page may not say without such a call."
    )
    topics: Annotated[Pattern, OWN_WORDS] | None = Field(
        default=None, description="Words that a title or summary may not say without one."
    )
    current: list[PageFile] = Field(
        default=[], description="Pages that in no part show an old translation, but English."
    )
    needs: list[Need] = Field(default=[], description="Needs whose pages carry one.")
    categories: list[Category] = Field(default=[], description="Shelves whose articles carry one.")


class Coverage(Record):
    """What every need must find among the practices."""

    quiet: list[Possibility] = Field(
        default=[], description="How a practice is possible that asks for nearly nothing."
    )
    gentle: Count = Field(default=0, description="At least so many of the least effort.")
    short: Count = Field(default=0, description="Of these, at least so many of the least length.")
    still: Count = Field(
        default=0, description="Of these, at least so many in the ways of `quiet`."
    )
    directions: Count = Field(default=0, description="At least so many in each direction.")


class Year(Record):
    """How the practices of the year follow each other."""

    apart: Count = Field(default=0, description="Weeks between two turns of one practice.")
    same_way: Count = Field(default=52, description="Weeks in a row in one direction, at most.")
    tender: list[Annotated[int, Field(ge=1, le=52)]] = Field(
        default=[], description="Weeks in which a loss weighs more."
    )
    heavy: Demand | None = Field(default=None, description="What no practice asks for then.")


class Editorial(Record):
    """The rules of this library that are neither shapes nor wordings."""

    model_config = ConfigDict(title="editorial")

    pages: dict[PageFile, list[CallName]] = Field(
        default={}, description="Pages that must be there, each with the calls that it must make."
    )
    answers: CallName | None = Field(
        default=None, description="The call that the page of each need makes, with that need."
    )
    countries: list[CountryCode] = Field(
        default=[], description="Countries whose numbers were published and must not vanish."
    )
    calls: dict[FolderName, list[CallName]] = Field(
        default={}, description="Calls that each page of a folder makes, and no other page."
    )
    book: list[FolderName] = Field(
        default=[],
        description="Folders and pages of the books, in reading order; help comes first.",
    )
    book_drawings: dict[FolderName, Drawing] = Field(
        default={}, description="Parts of the books, each with the drawing that it opens with."
    )
    scanned: list[PlaceName] = Field(
        default=[],
        description="Pages, and folders of pages, that carry a code of their address on paper.",
    )
    general: list[FolderName] = Field(
        default=[], description="Folders whose pages may speak of studies in general."
    )
    spelling: Sought = Field(
        default=[],
        description="Words that are right though a list of misspellings holds them.",
    )
    review_after: Annotated[int, Field(ge=1, le=LONGEST)] = Field(
        default=365, description="Days after which a page is to be read through again."
    )
    review_roles: list[Role] = Field(
        default=[], description="Roles in which each page awaits a review; their absence is said."
    )
    fresh_for: Annotated[int, Field(ge=1, le=LONGEST)] = Field(
        default=FRESH_FOR,
        description="Days after `checked` for which a helpline's entry counts as fresh.",
    )
    due_within: Annotated[int, Field(ge=0, le=365)] = Field(
        default=30, description="Days before a date at which its entry is called due."
    )
    search_after: Annotated[int, Field(ge=1, le=LONGEST)] = Field(
        default=365, description="Days after which new studies on a claim are searched for again."
    )
    change_shown_for: Annotated[int, Field(ge=1, le=LONGEST)] = Field(
        default=365, description="Days for which a new grade is called a change of mind on pages."
    )
    minutes: list[Annotated[int, Field(ge=1)]] = Field(
        default=[],
        description="The most minutes of each word of `lengths`; the last word has no limit.",
    )
    gentlest: list[Possibility] = Field(
        default=[], description="What makes the gentler of two practices that take equal effort."
    )
    oneself: Recipient | None = Field(
        default=None, description="The word of `recipients` for kindness to oneself."
    )
    picks: Annotated[int, Field(ge=0, le=7)] = Field(
        default=0,
        description="How many practices the page of a need offers first; 0 asks for none.",
    )
    company: list[Need] = Field(
        default=[], description="Needs that are offered at least one practice with someone."
    )
    alone: Company | None = Field(
        default=None, description="The word of `companies` for what one does alone."
    )
    pass_on: bool = Field(default=False, description="Whether each practice has a text to pass on.")
    care: Care = Field(default=Care(), description="Which pages need help beside them.")
    coverage: Coverage = Field(default=Coverage(), description="What every need must find.")
    year: Year = Field(default=Year(), description="How the year's practices follow each other.")


class Section(Record):
    """A section of a practice. It is known by its key, whatever its heading says."""

    model_config = ConfigDict(title="section")

    headings: Annotated[list[PlainText], OWN_WORDS] = Field(
        min_length=1, description="Its heading; the first is the one to write, all are read."
    )
    meaning: Text = Field(description="What it holds.")
    required: bool = Field(default=False, description="Whether every practice has it.")
    instead: Annotated[str, Id("sections")] | None = Field(
        default=None, description="A section that makes this one unnecessary."
    )
    safe: bool = Field(
        default=False,
        description="Whether it keeps people safe: where a translation is old, it shows English.",
    )
    card: Literal["front", "left", "right"] | None = Field(
        default=None, description="On which side of the card for the pocket it is printed."
    )
