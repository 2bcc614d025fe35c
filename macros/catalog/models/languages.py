"""The languages that the site is in besides English."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from macros.catalog.models.fields import Form, PlainText, Record


class Language(Record):
    """A language that the site is translated into. Its id is its code, such as es or pt-br."""

    model_config = ConfigDict(title="language")

    name: PlainText = Field(description="Its name, in the language itself.")
    direction: Literal["ltr", "rtl"] = Field(
        default="ltr", description="Where its lines begin: ltr at the left, rtl at the right."
    )
    kiwix: Annotated[str, Form(r"^[a-z]{3}$", "three small letters, such as spa")] = Field(
        default="und", description="Its code in ISO 639-3, by which Kiwix sorts, such as spa."
    )
    bundled: bool = Field(
        default=True, description="Whether our own font has its letters; PDF files need that."
    )
