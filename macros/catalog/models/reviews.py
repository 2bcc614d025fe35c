"""Reviews: who read which page, or which translation, in which role."""

from typing import Self

from pydantic import ConfigDict, Field, model_validator

from macros.catalog.models.fields import (
    Day,
    HelpWordsId,
    PageFile,
    PlainText,
    Record,
    Text,
    fault,
)
from macros.catalog.models.vocabulary import Role


class Review(Record):
    """One page, or the words of help in one language, read by one person.

    A review of a page is of the page in the language of the project that holds it.
    A fact check by the makers is none in the sense of readers.
    """

    model_config = ConfigDict(title="review")

    page: PageFile | None = Field(
        default=None, description="The page that was read, by its file below docs."
    )
    translation: HelpWordsId | None = Field(
        default=None, description="Instead of a page: the file in data/help-words that was read."
    )
    day: Day = Field(description="The day on which it was read.")
    role: Role = Field(description="As whom the person read it.")
    name: PlainText | None = Field(
        default=None, description="The person's name, only if the person wants it there."
    )
    interest: PlainText = Field(
        description="What the person earns by it or has at stake; none, if there is none."
    )
    note: Text = Field(description="What was read, and what was changed because of it.")

    @model_validator(mode="after")
    def of_one_thing(self) -> Self:
        """A review is of a page or of words of help."""
        if (self.page is None) == (self.translation is None):
            raise fault("name what was read: either a `page` or a `translation`")
        return self
