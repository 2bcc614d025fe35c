"""Sentences said beside a helpline, in the languages of its country."""

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from macros.catalog.models.fields import Name, PlainText, Record, fault, plain_text

ENGLISH = "en"  # the file that all others are compared with
NUMBER = "{number}"  # where a telephone number is filled in


def _remark(value: str) -> str:
    """Plain text that may hold {number}."""
    text = value.replace(NUMBER, "")
    if braces := re.search(r"\{[^{}]*\}", text):
        raise fault(f"`{braces[0]}` fills in nothing; in braces only {NUMBER} may stand")
    plain_text(text)
    return re.sub(r"[ \n]+", " ", value).strip()  # a space that does not break is kept


def _with_number(value: str) -> str:
    """Plain text that may hold {number}, and no digits: numbers and times are never retyped."""
    value = _remark(value)
    if digits := re.search(r"\d+", value):
        message = f"`{digits[0]}` is a number; numbers are filled in from the helplines: write"
        raise fault(f"{message} {NUMBER} where English has it, and words elsewhere")
    return value


Spoken = Annotated[str, AfterValidator(_with_number)]
Remark = Annotated[str, AfterValidator(_remark)]


class Sentences(Record):
    """What is said around the numbers of a country. A sentence that waits is left out."""

    danger: Spoken | None = Field(
        default=None, description="To call the emergency number first when a life is in danger."
    )
    taken: Spoken | None = Field(
        default=None, description="To call it after taking something, or when badly hurt."
    )
    call: Spoken | None = Field(default=None, description="To call a helpline.")
    write: Spoken | None = Field(
        default=None, description="To text it; shown where it takes no calls."
    )
    anyone: Spoken | None = Field(default=None, description="Shown with a line that listens.")
    crisis: Spoken | None = Field(
        default=None, description="Shown with a line on suicide, crisis or mental health."
    )
    abuse: Spoken | None = Field(default=None, description="Shown with a line on domestic abuse.")
    children: Spoken | None = Field(
        default=None, description="Shown with a line for children and young people."
    )
    always: Spoken | None = Field(
        default=None, description="Shown where a line is open day and night, every day."
    )
    free: Spoken | None = Field(default=None, description="Shown where a call costs nothing.")
    say: Spoken | None = Field(default=None, description="What a caller can say first.")
    sure: Spoken | None = Field(
        default=None, description="That nobody has to be sure it is bad enough."
    )


SentenceName = Annotated[str, Name(tuple(Sentences.model_fields))]


class Difference(Record):
    """Where two translators of a sentence differed, or a third reader found something odd."""

    back: list[Remark] = Field(
        min_length=1, description="What the two said, back in English; what was odd about it."
    )
    decided: Remark = Field(description="Which of the two stands, or that both wait, and why.")


class HelpWords(Record):
    """The sentences beside helplines in one language. The file is named by its tag, as in pt-br."""

    model_config = ConfigDict(title="translation")

    name: PlainText = Field(description="The language's name in the language itself.")
    english: PlainText = Field(description="Its name in English.")
    called: list[PlainText] = Field(
        default=[],
        description="What helplines that answer in it call it, where not by that name.",
    )
    form: PlainText | None = Field(
        default=None, description="How it speaks to the reader, such as Sie (polite)."
    )
    sentences: Sentences = Field(description="The sentences by their keys.")
    differences: dict[SentenceName, Difference] = Field(
        default={}, description="Where the translators differed, by the keys of sentences."
    )

    @property
    def waiting(self) -> dict[str, str]:
        """The sentences that are left out, each with what was decided about it."""
        return {
            key: self.differences[key].decided if key in self.differences else ""
            for key, text in self.sentences
            if text is None
        }
