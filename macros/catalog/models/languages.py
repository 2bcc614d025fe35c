"""The languages that the site is in besides English."""

from typing import Literal

from pydantic import ConfigDict, Field

from macros.catalog.models.fields import PlainText, Record


class Language(Record):
    """A language that the site is translated into. Its id is its code, such as es or pt-br."""

    model_config = ConfigDict(title="language")

    name: PlainText = Field(description="Its name, in the language itself.")
    direction: Literal["ltr", "rtl"] = Field(
        default="ltr", description="Where its lines begin: ltr at the left, rtl at the right."
    )
    bundled: bool = Field(
        default=True, description="Whether our own font has its letters; PDF files need that."
    )
