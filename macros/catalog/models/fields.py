"""The kinds of value that records are made of, each with the message that explains it."""

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from typing_extensions import override

from macros.catalog.allowed.links import HOST
from macros.catalog.allowed.page import text_faults
from macros.catalog.problems import repeated, suggestion

OURS = "ours"  # the type of an error whose whole text is ours
OR_LEAVE_OUT = " or leave the key out"  # ends a message on a key that may be missing
LONGEST_TITLE = 100  # characters
SHOWN = 80  # characters of a wrong value that a message shows
FRESH_FOR = 180  # days after its check for which a helpline's entry counts as fresh, unless said


def longest(most: int, info: ValidationInfo) -> int:
    """The most words or letters of a text: most languages need more than English."""
    return int(most * info.context.room) if info.context else most


def fault(message: str) -> PydanticCustomError:
    """An error whose whole text is ours."""
    return PydanticCustomError(OURS, "{text}", {"text": message})


class Record(BaseModel):
    """Closed, frozen and strict: unknown keys and wrong types are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @model_validator(mode="after")
    def each_once(self) -> Self:
        """No list holds a word or an id twice."""
        for name, value in self:
            if isinstance(value, list):
                for entry in repeated(entry for entry in value if isinstance(entry, str)):
                    raise fault(f"`{entry}` stands in `{name}` twice; keep one")
        return self

    def shown(self, day: date) -> Self:
        """The record as readers may see it on a day; without what is unsure or no longer fresh."""
        del day  # most records do not grow old
        return self


@dataclass(frozen=True)
class Known:
    """What records are judged by: the ids and words that references may name, what one of a kind is
    called, the days that dates are compared with, and what records look up in other files.
    """

    ids: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    singular: Mapping[str, str]
    last_day: date = date.max  # no record tells of a later one
    fresh_for: timedelta = timedelta(days=FRESH_FOR)
    room: float = 1.0  # how much longer texts may be than in English
    sources: Mapping[str, Any] = field(default_factory=dict)  # of data/sources.yml, by their ids
    show_unconfirmed: bool = False  # a preview shows lines that no person has confirmed


class OneOf(ABC):
    """Marks text that must be one of several names; which, may depend on the project."""

    @abstractmethod
    def names(self, known: Known | None) -> Collection[str] | None:
        """The names, or None where they cannot be known."""

    @abstractmethod
    def refusal(self, value: str, names: Collection[str], known: Known | None) -> str:
        """What to say of any other text."""

    def schema_keys(self) -> dict[str, str]:
        """What the JSON Schema says of it."""
        return {}

    def check(self, value: str, info: ValidationInfo) -> str:
        """The text, if it is one of the names."""
        names = self.names(info.context)
        if names is not None and value not in names:
            raise fault(self.refusal(value, names, info.context))
        return value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), **self.schema_keys()}


def _or_one_of(value: str, names: Iterable[str]) -> str:
    return suggestion(value, names) or f"; use one of: {', '.join(names)}"


@dataclass(frozen=True)
class Id(OneOf):
    """Text that names a record of one kind, such as a file in `data/studies`."""

    kind: str

    @override
    def names(self, known: Known | None) -> Collection[str] | None:
        return known.ids[self.kind] if known else None

    @override
    def refusal(self, value: str, names: Collection[str], known: Known | None) -> str:
        singular = known.singular[self.kind] if known else self.kind
        return f"there is no {singular} `{value}`{suggestion(value, names)}"

    def schema_keys(self) -> dict[str, str]:
        return {"x-record": self.kind}


@dataclass(frozen=True)
class Word(OneOf):
    """Text that must be a word of one closed list in `data/terms.yml`."""

    list: str

    @override
    def names(self, known: Known | None) -> Collection[str] | None:
        return known.words[self.list] if known else None

    @override
    def refusal(self, value: str, names: Collection[str], known: Known | None) -> str:
        hint = _or_one_of(value, sorted(names))
        return f"`{value}` is not one of `{self.list}` in data/terms.yml{hint}"

    def schema_keys(self) -> dict[str, str]:
        return {"x-words": self.list}


@dataclass(frozen=True)
class Name(OneOf):
    """Text that must be one of a few names, the same in every project."""

    choices: tuple[str, ...]

    @override
    def names(self, known: Known | None) -> Collection[str] | None:
        return self.choices

    @override
    def refusal(self, value: str, names: Collection[str], known: Known | None) -> str:
        return f"`{value}` is not known here{_or_one_of(value, self.choices)}"


@dataclass(frozen=True)
class Form:
    """Text that must match a pattern, and how to say in words what the pattern asks for."""

    pattern: str
    asks: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.pattern}

    def check(self, value: str) -> str:
        """The text, if the whole of it matches."""
        if not re.fullmatch(self.pattern, value):
            shown = value[:SHOWN]
            raise fault(f"`{shown}` does not have the form this key needs; write {self.asks}")
        return value


def _text(value: str) -> str:
    if not value.strip():
        raise fault(f"the text is empty; write it{OR_LEAVE_OUT}")
    if faults := dict.fromkeys(message for _, message in text_faults(value)):
        raise fault("; ".join(faults))
    return " ".join(value.split())


def _without_markdown(value: str) -> str:
    if match := re.search(r"[*_`\[\]\\]", value):
        raise fault(f"`{match[0]}` would be shown as it is; write plain words")
    return value


def plain_text(value: str) -> str:
    """The value, if it is a text of plain words."""
    return _without_markdown(_text(value))


def _fits(value: str) -> str:
    if len(value) > LONGEST_TITLE:
        raise fault(
            f"the title has {len(value)} characters; {LONGEST_TITLE} fit on covers and tabs"
        )
    return value


def _sentence(value: str) -> str:
    if not re.search(r"[.?!][\"”’)]*$", value):  # a quotation may end it
        raise fault("write one sentence that ends with a full stop")
    return value


def past(value: date, info: ValidationInfo) -> date:
    """A day on which something can have been done."""
    if info.context and value > info.context.last_day:
        raise fault(f"{value} is still to come; write the day on which it was done")
    return value


ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
# Ids of entries become anchors; these beginnings are taken by the frame and the glossary.
TAKEN = ("rp-", "word-", "use-")


def _key(value: str) -> str:
    if value.startswith(TAKEN):
        raise fault(f"an id does not begin with {', '.join(TAKEN)}; choose another")
    return value


@dataclass(frozen=True)
class OwnWords:
    """Marks words that people type or say: a language has its own, and they translate no others."""


TEXT, OWN_WORDS = AfterValidator(_text), OwnWords()
Text = Annotated[str, TEXT]  # readers see it, and another language says it in its own words
Sought = Annotated[list[Text], OWN_WORDS]
PlainText = Annotated[Text, AfterValidator(_without_markdown)]
Title = Annotated[PlainText, AfterValidator(_fits)]
Sentence = Annotated[PlainText, AfterValidator(_sentence)]
# A pattern on a key stays one of pydantic's: JSON Schema needs it to list the keys of a file.
Key = Annotated[str, Field(pattern=ID.pattern), AfterValidator(_key)]
Term = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z+, -]*$")]
Day = Annotated[date, Field(ge=date(1900, 1, 1)), AfterValidator(past)]
Url = Annotated[
    str,
    Form(
        rf"^https://{HOST}(:[0-9]{{1,5}})?([/?#][A-Za-z0-9./?#&=%~:@!$+,;_-]*)?$",
        "a whole address that begins with https:// and the name of a host, with %28 for ( and"
        " %29 for ), and no accents",
    ),
    Field(json_schema_extra={"format": "uri"}),
]
Doi = Annotated[
    str,
    Form(r"^10\.\d{4,9}/[A-Za-z0-9./()_;:+-]+$", "a DOI alone, such as 10.1093/scan/nsac068"),
]
# A number has 15 digits at most (E.164). Behind a star four are a short number; fewer or more can
# be a command to the network, such as to forward all calls.
Dial = Annotated[
    str, Form(r"^([0-9]{1,15}|\*[0-9]{4})$", "digits only, 15 at most, in quotes; one number here")
]
PhoneNumber = Annotated[
    str,
    Form(
        r"^([0-9]+([ -][0-9]+)*|\*[0-9]{4})$",
        "digits, with spaces or hyphens between them, in quotes; one number here",
    ),
]
TimeZone = Annotated[
    str, Form(r"^[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+)+$", "a time zone, such as Europe/Paris")
]
PageFile = Annotated[
    str,
    Form(
        r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$", "a file below docs, such as practices/say-no-kindly.md"
    ),
]
Locator = Annotated[str, Form(r"^[A-Za-z0-9 .,:/+-]+$", "plain letters, digits and hyphens")]
StudyId = Annotated[str, Id("studies")]
ClaimId = Annotated[str, Id("claims")]
RippleId = Annotated[str, Id("ripples")]
PracticeId = Annotated[str, Id("practices")]
ActId = Annotated[str, Id("acts")]
MonthId = Annotated[str, Id("months")]
PhraseId = Annotated[str, Id("phrases")]
HelpWordsId = Annotated[str, Id("help-words")]
Drawing = Annotated[str, Id("drawings")]
Illustration = Annotated[str, Id("illustrations")]
