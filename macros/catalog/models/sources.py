"""Where the details of a helpline were read, on which day, and which sources share a mistake."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Annotated, Any, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    computed_field,
    model_validator,
)

from macros.catalog.models.fields import (
    FRESH_FOR,
    SHOWN,
    Id,
    Known,
    Record,
    Text,
    fault,
    past,
)

WHEN = re.compile(r"((?:19|20)[0-9]{2})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
SourceId = Annotated[str, Id("sources")]


def _when(value: object, info: ValidationInfo) -> str:
    text = str(value)
    try:
        first = first_day(text)
    except ValueError:
        asked = "a day such as 2026-11-22, a month such as 2026-11, or a year such as 2026"
        raise fault(f"`{text[:SHOWN]}` is no day; write {asked}") from None
    past(first, info)
    return text


def first_day(when: str) -> date:
    """The first day of a day, a month or a year; ValueError for anything else."""
    match = WHEN.fullmatch(when)
    if match is None:
        raise ValueError(when)
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))


When = Annotated[
    str,
    BeforeValidator(_when),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": f"^{WHEN.pattern}$"}, {"type": "integer"}]}
    ),
]


class Source(Record):
    """One source in which details of helplines were read."""

    model_config = ConfigDict(title="source")

    name: Text = Field(
        description="How a sentence names it, with the word before it: in the register of …"
    )
    says: Text | None = Field(
        default=None, description="What its authors say of it, after its name in the sentence."
    )
    again: Text | None = Field(
        default=None,
        description="How that is said where a source before it in the sentence says the same.",
    )
    before_day: Text | None = Field(
        default=None, description="What is said before its day, such as: copy of."
    )
    after_day: Text | None = Field(
        default=None, description="What is said after its day, such as: no date of its own."
    )
    copies: list[SourceId] = Field(
        default=[],
        description="Sources it takes numbers from or compares them with, or that have its authors:"
        " one mistake may be in both.",
    )
    weak: bool = Field(
        default=False,
        description="Whether it says neither when nor where it read: it is never one of two.",
    )

    @property
    def texts(self) -> list[str]:
        """Every text that a sentence may have of it."""
        texts = (self.name, self.says, self.again, self.before_day, self.after_day)
        return [text for text in texts if text]


class Reading(Record):
    """Where something was read, and when: a source of data/sources.yml, or one in its own words."""

    _source: Source | None = PrivateAttr(default=None)
    _origins: frozenset[str] = PrivateAttr(default=frozenset())

    source: SourceId | None = Field(default=None, description="A source of data/sources.yml.")
    text: Text | None = Field(
        default=None,
        description="Any other source as the sentence names it; or, beside `source`, what the"
        " sentence says of that one here.",
    )
    day: When | None = Field(
        default=None,
        description="The day of what was read: 2026-11-22, or 2026-11, or 2026. Left out"
        " where nobody noted it, or where only something beside the numbers was read.",
    )

    @model_validator(mode="after")
    def named(self, info: ValidationInfo) -> Self:
        """A reading names what was read; what is known of that comes from the project."""
        if not (self.source or self.text):
            raise fault("say what was read: `source`, an id of data/sources.yml, or `text`")
        known = info.context
        if isinstance(known, Known):
            self._source = known.sources.get(self.source or "")
            self._origins = _origins(self.source, known.sources) if self.source else frozenset()
        return self

    @computed_field(  # type: ignore[prop-decorator]  # as the manual of pydantic has it
        description="What was read, in words."
    )
    @property
    def words(self) -> str:
        """What was read, as a sentence names it."""
        return self.said()

    def said(self, already: frozenset[str] = frozenset()) -> str:
        """The same, after a sentence that has `already` said some things of its sources."""
        return " ".join(self.parts(already))

    def parts(self, already: frozenset[str] = frozenset()) -> list[str]:
        """What is said of it, text by text, as each of them is translated."""
        if self.text or not self._source:
            return [self.text or self.source or ""]
        says = self._source.says
        again = self._source.again if says in already else None
        return [part for part in (self._source.name, again or says) if part]

    @property
    def texts(self) -> list[str]:
        """Every text that a sentence may have of what was read here."""
        around = [part for part in self.around_day if part] if self.day else []
        again = self._source.again if self.says and self._source else None
        return [*self.parts(), *([again] if again else []), *around]

    @property
    def says(self) -> str | None:
        """What its source's authors say of it."""
        return self._source.says if self._source and not self.text else None

    @property
    def around_day(self) -> tuple[str | None, str | None]:
        """What is said before its day, and after it."""
        return (self._source.before_day, self._source.after_day) if self._source else (None, None)

    @property
    def first_day(self) -> date | None:
        """Its day, or the first of its month or year; None where nobody noted it."""
        return first_day(self.day) if self.day else None

    @property
    def counts(self) -> bool:
        """Whether it may be one of two sources: it has a day, and is not a weak one."""
        return bool(self.day) and not (self._source and self._source.weak)

    def repeats(self, other: "Reading") -> bool:
        """Whether one mistake may be in both."""
        return not self._origins.isdisjoint(other._origins)


def _origins(id: str, sources: Mapping[str, Any]) -> frozenset[str]:
    """A source with all that it copies, and that those copy."""
    found: set[str] = set()
    ahead = [id]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += sources[here].copies if here in sources else ()
    return frozenset(found)


class WithReadings(Record):
    """What was read somewhere, and counts as fresh for the days of data/editorial.yml."""

    _fresh_for: timedelta = PrivateAttr(default=timedelta(days=FRESH_FOR))

    read: list[Reading] = Field(min_length=1, description="Where it was read, one after another.")

    @model_validator(mode="after")
    def count_days(self, info: ValidationInfo) -> Self:
        """Take the number of days from the project."""
        if isinstance(info.context, Known):
            self._fresh_for = info.context.fresh_for
        return self

    @computed_field(  # type: ignore[prop-decorator]  # as the manual of pydantic has it
        description="The day of the newest source, where any has one."
    )
    @property
    def checked(self) -> date | None:
        """The day of the newest source that was read; None where nobody noted one."""
        return max((day for each in self.read if (day := each.first_day)), default=None)

    @computed_field(  # type: ignore[prop-decorator]  # as the manual of pydantic has it
        description="The day from which it no longer counts as fresh, where known."
    )
    @property
    def expires(self) -> date | None:
        """The day from which it no longer counts as fresh; None where nobody noted a day."""
        return self.checked + self._fresh_for if self.checked else None

    def fresh_on(self, day: date) -> bool:
        """Whether it still counts as fresh on a day."""
        return self.expires is not None and self.expires > day

    @property
    def twice(self) -> bool:
        """Whether it was read in two dated sources that do not copy each other."""
        counting = [each for each in self.read if each.counts]
        return any(not one.repeats(other) for one, other in combinations(counting, 2))
