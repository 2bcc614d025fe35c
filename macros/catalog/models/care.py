"""Help: telephone lines by country and who confirmed them, organizations, small acts."""

import json
import re
from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import (
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationInfo,
    computed_field,
    model_validator,
)

from macros.catalog.digest import letter_sum
from macros.catalog.models.fields import (
    FRESH_FOR,
    OWN_WORDS,
    Dial,
    Form,
    HelpWordsId,
    Known,
    PhoneNumber,
    PlainText,
    Record,
    Text,
    TimeZone,
    Url,
    fault,
)
from macros.catalog.models.sources import Reading, When, WithReadings
from macros.catalog.models.vocabulary import (
    Confidence,
    Cost,
    Effort,
    Mode,
    Need,
    Possibility,
    Recipient,
    Service,
    Setting,
)

MARK = 12  # letters; enough that no two lists of lines share one
SURE = "high"  # the word of `confidences` that a line needs to be shown


class EmergencyNumber(Record):
    """One number for emergencies, as dialed in that country."""

    number: Dial = Field(description="As dialed inside the country, in quotes.")
    use: PlainText = Field(description="Whom it reaches, such as ambulance.")


class Emergency(WithReadings):
    """The emergency numbers of a country and how sure we are of them. They are always shown."""

    numbers: list[EmergencyNumber] = Field(
        min_length=1, description="First the one that brings an ambulance, or reaches all."
    )
    confidence: Confidence = Field(description="How sure we are.")
    note: PlainText | None = Field(default=None, description="What a visitor could get wrong.")

    @model_validator(mode="after")
    def life_first(self) -> Self:
        """Whoever is told one number only is told one for a life in danger."""
        if self.numbers[0].use in ("police", "fire"):
            raise fault("the first number is not for a life in danger; put the ambulance first")
        return self


class Phone(Record):
    """One telephone number of a line."""

    number: PhoneNumber = Field(description="As people write it inside the country, in quotes.")
    dial: Dial = Field(description="The digits to dial inside the country, in quotes.")
    note: PlainText | None = Field(default=None, description="For whom, or what to press.")

    @model_validator(mode="after")
    def same_number(self) -> Self:
        """What is dialed is what is shown."""
        if re.sub(r"[^0-9*#]", "", self.number) != self.dial:
            raise fault("`number` and `dial` differ; both must be the same digits")
        return self


class Message(Record):
    """A number that takes text messages."""

    number: Dial = Field(description="Where to send the text, in quotes.")
    word: PlainText | None = Field(default=None, description="The word to send, if one is needed.")


class Line(WithReadings):
    """One service that answers people, and when its details were read."""

    # Some are numbers with a star, so templates escape it.
    name: Text = Field(description="The name people know it by.")
    operator: PlainText = Field(description="Who runs it.")
    kind: Service = Field(description="What it is for.")
    audience: PlainText = Field(description="Who may call.")
    phone: list[Phone] = Field(default=[], description="Numbers to call.")
    text: Message | None = Field(default=None, description="Where to text.")
    whatsapp: PlainText | None = Field(
        default=None, description="WhatsApp, as the service writes it."
    )
    chat: Url | None = Field(default=None, description="Where to chat.")
    hours: PlainText = Field(description="When somebody answers.")
    cost: PlainText | None = Field(
        default=None, description="Cost to the caller; left out if unknown."
    )
    bill: PlainText | None = Field(default=None, description="Whether it may show on a phone bill.")
    languages: list[PlainText] = Field(min_length=1, description="Languages that are answered.")
    url: Url = Field(description="The service's own page.")
    note: PlainText | None = Field(default=None, description="What a caller should know.")
    confidence: Confidence = Field(description="Only lines of high confidence are shown.")

    @model_validator(mode="after")
    def dated(self) -> Self:
        """A line has the day of a source: without one it would never be fresh."""
        if self.checked is None:
            raise fault("no source has a day; give `day` to one that is listed under `read`")
        return self

    @model_validator(mode="after")
    def reachable(self) -> Self:
        """A line can be reached."""
        directory = self.kind.startswith("finding ")
        if not (self.phone or self.text or self.whatsapp or self.chat or directory):
            raise fault("no way to reach this line; give phone, text, whatsapp or chat")
        return self

    @property
    def pointer(self) -> "Pointer":
        """Its name and page alone. A name that is its number gives way to who runs it for what."""
        numbers = {phone.dial for phone in self.phone} | {self.text.number if self.text else ""}
        names = (self.name, f"{self.operator} ({self.kind})", self.kind)
        name = next(name for name in names if not _holds(name, numbers - {""}))
        return Pointer.model_construct(name=name, url=self.url)  # both were read with the line

    def shown_on(self, day: date, *, confirmed: bool) -> bool:
        """Whether readers may see the line on a day: we are sure of it, it is still fresh, and a
        person has confirmed it, or two sources say the same.
        """
        return self.confidence == SURE and self.fresh_on(day) and (confirmed or self.twice)


def _holds(text: str, numbers: set[str]) -> bool:
    """Whether a text holds one of the numbers, however it is written."""
    digits = re.sub(r"(?<=[0-9])[ -](?=[0-9])", "", text)
    return any(number in digits for number in numbers)


class Pointer(Record):
    """A service of which readers are shown the name and its own page, and nothing else."""

    name: Text = Field(description="Its name; or who runs it, where its name is its number.")
    url: Url = Field(description="The service's own page.")


class Confirmation(Reading):
    """A person's word that they opened each service's own page and compared it with our lines."""

    person: PlainText = Field(description="Who opened the pages.")
    day: When = Field(description="The day on which the last page was opened.")
    of: PlainText | None = Field(
        default=None,
        description="The mark of the lines as they were then; `make check` says what to write.",
    )


class Country(Record):
    """Emergency numbers and lines of one country. The file is named by its ISO code."""

    model_config = ConfigDict(title="helpline")

    _shows_all: bool = PrivateAttr(default=False)
    _fresh_for: timedelta = PrivateAttr(default=timedelta(days=FRESH_FOR))
    _others: list[Pointer] = PrivateAttr(default=[])

    country: PlainText = Field(description="The country's name in English.")
    population: float | None = Field(
        default=None, gt=0, description="Millions of people, rounded, as Unicode's CLDR has them."
    )
    zones: list[TimeZone] = Field(
        default=[], description="Time zones here; a browser set to one is shown this country first."
    )
    languages: list[HelpWordsId] = Field(
        default=[],
        description="Its main languages besides English, by their files in data/help-words; the one"
        " that most people read first.",
    )
    confirmed: Confirmation | None = Field(
        default=None, description="Who confirmed the lines, and when; begun by `macros confirm`."
    )
    emergency: Emergency = Field(description="Numbers for danger to life.")
    lines: list[Line] = Field(
        default=[], description="Services that listen and advise; first those for anyone."
    )

    @model_validator(mode="after")
    def take_settings(self, info: ValidationInfo) -> Self:
        """Take from the project how long a word counts, and whether a preview shows all."""
        if isinstance(info.context, Known):
            self._shows_all = info.context.show_unconfirmed
            self._fresh_for = info.context.fresh_for
        return self

    def first_lines(self, day: date) -> list[Line]:
        """The first line to call that readers may see on a day, and the first to write to."""
        lines = self.shown(day).lines
        called = next((line for line in lines if line.phone), None)
        written = next((line for line in lines if line.text or line.chat or line.whatsapp), None)
        return [line for line in lines if line is called or line is written]

    @computed_field(  # type: ignore[prop-decorator]  # as the manual of pydantic has it
        description="Services whose details are not given: nobody has confirmed them, or no longer."
    )
    @property
    def others(self) -> list[Pointer]:
        """Services of which only the name and the page are shown. See `shown`."""
        return self._others

    @property
    def mark(self) -> str:
        """What tells these lines from any others; adding a source does not change it."""
        lines = [
            line.model_dump(
                mode="json",
                exclude={"read", "checked", "expires"},
                exclude_none=True,
                exclude_defaults=True,
            )
            for line in self.lines
        ]
        return letter_sum(json.dumps(lines, sort_keys=True), MARK)

    @property
    def unchanged(self) -> bool:
        """Whether somebody confirmed the lines as they are now."""
        return self.confirmed is not None and self.confirmed.of == self.mark

    def confirmed_on(self, day: date) -> bool:
        """Whether the lines count as confirmed on a day: unchanged, and not for too long."""
        since = self.confirmed.first_day if self.confirmed and self.unchanged else None
        return since is not None and since + self._fresh_for > day

    @property
    def read_lines(self) -> list[Line]:
        """The lines, with the page that somebody opened among what was read."""
        if not self.unchanged or self.confirmed is None:
            return self.lines
        return [
            line.model_copy(update={"read": [*line.read, self.confirmed]}) for line in self.lines
        ]

    def shown(self, day: date) -> Self:
        """The country as readers may see it on a day. This is the one rule of what is shown.

        Of a country that a person has confirmed, lately and as it is now: its lines that are sure
        and fresh. Of any other: those of them that two sources say. All others are name and page.
        """
        confirmed = self.confirmed_on(day)
        lines = [
            line
            for line in self.read_lines
            if line.shown_on(day, confirmed=confirmed or self._shows_all)
        ]
        kept = {"lines": lines, "confirmed": self.confirmed if confirmed else None}
        shown = self.model_copy(update=kept)
        names = {line.name for line in lines}
        shown._others = [line.pointer for line in self.lines if line.name not in names]
        return shown


class Organization(Record):
    """A real organization through which a person can help."""

    model_config = ConfigDict(title="organization")

    name: PlainText = Field(description="Its name.")
    kind: PlainText = Field(description="volunteering, giving, remote help and the like.")
    does: Text = Field(description="What a person does there.")
    time: PlainText = Field(description="How much time it takes.")
    mode: Mode = Field(description="Where it happens.")
    scope: PlainText = Field(description="Where it exists.")
    effort: Effort = Field(description="How much it asks of a tired person.")
    tags: list[Need] = Field(default=[], description="Needs it may suit.")
    requirements: Text | None = Field(default=None, description="Training, checks, equipment.")
    age: int | None = Field(default=None, ge=0, description="Lowest age, in years.")
    care: Text | None = Field(default=None, description="What to take care of.")
    url: Url = Field(description="Its own page.")
    confidence: Confidence = Field(description="How sure we are.")
    read: Text = Field(description="Where and when this was read.")


class Act(Record):
    """One small act of kindness, to oneself or others."""

    text: Text = Field(description="The act, one or two short sentences.")
    minutes: int = Field(ge=1, description="Rough time in minutes.")
    cost: Cost = Field(description="What it costs.")
    effort: Effort = Field(description="How much energy it takes.")
    setting: list[Setting] = Field(min_length=1, description="Where it can be done.")
    whom: Recipient = Field(description="For whom it is.")
    tags: list[Need] = Field(min_length=1, description="Needs it may suit.")
    possible: list[Possibility] = Field(default=[], description="How it can be done.")
    safety: Text | None = Field(default=None, description="Shown with the act, always.")


class SafetyFact(Record):
    """One thing that keeps readers of a page safe, and where it is said."""

    fact: Text = Field(description="What readers must not lose, in our words.")
    stands: Annotated[str, Form(r"^[a-z]+$", "one word, such as leave")] = Field(
        description="Where it is said: the key of a section, or gate, page, frame or help."
    )
    words: Annotated[list[PlainText], OWN_WORDS] = Field(
        min_length=1, description="Words that stand there, as a reader sees them."
    )


class Safety(Record):
    """What keeps readers of a page safe; its id is the page's."""

    model_config = ConfigDict(title="safety")

    facts: list[SafetyFact] = Field(min_length=1, description="Each fact, and where it is said.")
