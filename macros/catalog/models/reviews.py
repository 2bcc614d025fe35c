"""Reviews: who read which page, in which role."""

from pydantic import ConfigDict, Field

from macros.catalog.models.fields import Day, PageFile, PlainText, Record, Text
from macros.catalog.models.vocabulary import Role


class Review(Record):
    """One page read by one person. A fact check by the makers is none in the sense of readers."""

    model_config = ConfigDict(title="review")

    page: PageFile = Field(description="The page that was read, by its file below docs.")
    day: Day = Field(description="The day on which it was read.")
    role: Role = Field(description="As whom the person read it.")
    name: PlainText | None = Field(
        default=None, description="The person's name, only if the person wants it there."
    )
    interest: PlainText = Field(
        description="What the person earns by it or has at stake; none, if there is none."
    )
    note: Text = Field(description="What was read, and what was changed because of it.")
