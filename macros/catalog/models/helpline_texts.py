"""What helplines say, in another language: text by text, wherever it stands."""

from pydantic import ConfigDict, Field

from macros.catalog.models.fields import PlainText, Record


class HelplineTexts(Record):
    """Texts of helplines, such as hours, each under its English text as it is now."""

    model_config = ConfigDict(title="text")

    texts: dict[PlainText, PlainText] = Field(
        description="What each English text says; of a note, each sentence has a line of its own."
    )
