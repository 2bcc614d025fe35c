"""Help: telephone lines by country, organizations, small acts, and who opened the pages."""

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

from macros.catalog.models.fields import (
    FRESH_FOR,
    Day,
    Dial,
    Form,
    HelpWordsId,
    PhoneNumber,
    PlainText,
    Record,
    Text,
    TimeZone,
    Url,
    fault,
)
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

SURE = "high"  # the word of `confidences` that a line needs to be shown


class Checked(Record):
    """Something that was read on a day, and counts as fresh for the days of data/editorial.yml."""

    _fresh_for: timedelta = PrivateAttr(default=timedelta(days=FRESH_FOR))

    @model_validator(mode="after")
    def count_days(self, info: ValidationInfo) -> Self:
        """Take the number of days from the project."""
        if info.context:
            self._fresh_for = info.context.fresh_for
        return self


class EmergencyNumber(Record):
    """One number for emergencies, as dialed in that country."""

    number: Dial = Field(description="As dialed inside the country, in quotes.")
    use: PlainText = Field(description="Whom it reaches, such as ambulance.")


class Emergency(Checked):
    """The emergency numbers of a country and how sure we are of them."""

    numbers: list[EmergencyNumber] = Field(min_length=1, description="The first is the main one.")
    confidence: Confidence = Field(description="How sure we are.")
    read: Text = Field(description="Where the numbers were read.")
    checked: Day | None = Field(
        default=None, description="The day of the source that was read, where known."
    )
    note: PlainText | None = Field(default=None, description="What a visitor could get wrong.")

    @computed_field(  # type: ignore[prop-decorator]  # as the manual of pydantic has it
        description="The day from which they no longer count as fresh, where known."
    )
    @property
    def expires(self) -> date | None:
        """The day from which the numbers no longer count as fresh; None where nobody noted it."""
        return self.checked + self._fresh_for if self.checked else None

    def fresh_on(self, day: date) -> bool:
        """Whether the numbers still count as fresh on a day. They are shown all the same."""
        return self.expires is not None and self.expires > day


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


class Line(Checked):
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
    read: Text = Field(description="Where the details were read.")
    checked: Day = Field(
        description="The day of the newest source that was read, never that of an edit."
    )

    @computed_field(  # type: ignore[prop-decorator]  # as the manual of pydantic has it
        description="The day from which they no longer count as fresh."
    )
    @property
    def expires(self) -> date:
        """The day from which the line is no longer shown."""
        return self.checked + self._fresh_for

    @model_validator(mode="after")
    def reachable(self) -> Self:
        """A line can be reached."""
        directory = self.kind.startswith("finding ")
        if not (self.phone or self.text or self.whatsapp or self.chat or directory):
            raise fault("no way to reach this line; give phone, text, whatsapp or chat")
        return self

    def shown_on(self, day: date) -> bool:
        """Whether readers may see the line on a day: we are sure of it, and it is still fresh."""
        return self.confidence == SURE and self.expires > day


class Country(Record):
    """Emergency numbers and lines of one country. The file is named by its ISO code."""

    model_config = ConfigDict(title="helpline")

    country: PlainText = Field(description="The country's name in English.")
    zones: list[TimeZone] = Field(
        default=[], description="Time zones here; a browser set to one is shown this country first."
    )
    languages: list[HelpWordsId] = Field(
        default=[],
        description="Its main languages besides English, by their files in data/help-words; the one"
        " that most people read first.",
    )
    emergency: Emergency = Field(description="Numbers for danger to life.")
    lines: list[Line] = Field(
        default=[], description="Services that listen and advise; first those for anyone."
    )

    def shown(self, day: date) -> Self:
        """The country with those of its lines that readers may see on a day."""
        return self.model_copy(update={"lines": [x for x in self.lines if x.shown_on(day)]})

    def lapsed(self, day: date) -> list[Line]:
        """Lines of which we were sure, and which are no longer fresh on a day."""
        return [x for x in self.lines if x.confidence == SURE and x.expires <= day]


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


class Confirmation(Record):
    """A person's word that they opened each helpline's own page. Publishing waits for it."""

    model_config = ConfigDict(title="confirmation")

    person: Text = Field(description="Who opened the pages.")
    opened: Day = Field(description="The day on which the last page was opened.")
    statement: Text = Field(description="In their words: what was opened and compared.")


class SafetyFact(Record):
    """One thing that keeps readers of a page safe, and where it is said."""

    fact: Text = Field(description="What readers must not lose, in our words.")
    stands: Annotated[str, Form(r"^[a-z]+$", "one word, such as leave")] = Field(
        description="Where it is said: the key of a section, or gate, page, frame or help."
    )
    words: list[PlainText] = Field(
        min_length=1, description="Words that stand there, as a reader sees them."
    )


class Safety(Record):
    """What keeps readers of a practice or an article safe; its id is the page's."""

    model_config = ConfigDict(title="safety")

    facts: list[SafetyFact] = Field(min_length=1, description="Each fact, and where it is said.")
