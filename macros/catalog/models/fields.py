"""The kinds of value that records are made of."""

import re
from dataclasses import dataclass
from datetime import date
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

from macros.catalog.problems import repeated, suggestion
from macros.catalog.safety.page import text_faults

SINGULAR = {
    **{"studies": "study", "claims": "claim", "ripples": "ripple"},
    **{"practices": "practice", "acts": "act", "months": "month"},
}


class Record(BaseModel):
    """Closed, frozen and strict: unknown keys and wrong types are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @model_validator(mode="after")
    def each_once(self) -> Self:
        """No list holds a word or an id twice."""
        for name, value in self:
            entries = value if isinstance(value, list) else []
            for entry in repeated(entry for entry in entries if isinstance(entry, str)):
                raise fault(f"`{entry}` stands in `{name}` twice; keep one")
        return self


@dataclass(frozen=True)
class Known:
    """What references may name: record ids by kind, and words by closed list."""

    ids: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]


def fault(message: str) -> PydanticCustomError:
    """An error whose whole text is ours."""
    return PydanticCustomError("ripple", "{text}", {"text": message})


@dataclass(frozen=True)
class Id:
    """Marks text that names a record of one kind, such as a file in `data/studies`."""

    kind: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "x-record": self.kind}

    def check(self, value: str, info: ValidationInfo) -> str:
        """The id, if the context knows it; without a context any text passes."""
        if info.context and value not in (known := info.context.ids[self.kind]):
            raise fault(f"there is no {SINGULAR[self.kind]} `{value}`{suggestion(value, known)}")
        return value


@dataclass(frozen=True)
class Word:
    """Marks text that must be a word of one closed list in `data/terms.yml`."""

    list: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "x-words": self.list}

    def check(self, value: str, info: ValidationInfo) -> str:
        """The word, if the list has it; without a context any text passes."""
        if info.context and value not in (known := info.context.words[self.list]):
            hint = suggestion(value, known) or f"; use one of: {', '.join(sorted(known))}"
            raise fault(f"`{value}` is not one of `{self.list}` in data/terms.yml{hint}")
        return value


@dataclass(frozen=True)
class Choice:
    """Marks text that must be one of a few names."""

    names: tuple[str, ...]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def check(self, value: str) -> str:
        """The name, if it is one of them."""
        if value not in self.names:
            hint = suggestion(value, self.names) or f"; use one of: {', '.join(self.names)}"
            raise fault(f"`{value}` is not known here{hint}")
        return value


def _text(value: str) -> str:
    if not value.strip():
        raise fault("the text is empty; write it or leave the key out")
    if faults := dict.fromkeys(message for _, message in text_faults(value)):
        raise fault("; ".join(faults))
    return " ".join(value.split())


def _plain(value: str) -> str:
    if match := re.search(r"[*_`\[\]]", value):
        raise fault(f"`{match[0]}` would be shown as it is; write plain words")
    return value


def _sentence(value: str) -> str:
    if not value.endswith((".", "?", "!")):
        raise fault("write one sentence that ends with a full stop")
    return value


Text = Annotated[str, AfterValidator(_text)]
ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
# Ids of entries become anchors; these beginnings are taken by the frame and the glossary.
TAKEN = ("rp-", "word-", "use-")


def _key(value: str) -> str:
    if value.startswith(TAKEN):
        raise fault(f"an id does not begin with {', '.join(TAKEN)}; choose another")
    return value


Key = Annotated[str, Field(pattern=ID.pattern), AfterValidator(_key)]
Term = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z+, -]*$")]
Plain = Annotated[Text, AfterValidator(_plain)]
Sentence = Annotated[Plain, AfterValidator(_sentence)]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2100, 12, 31))]
_ADDRESS = r"^https://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][A-Za-z0-9./?#&=%~:@!$+,;_-]*)?$"
Url = Annotated[str, Field(pattern=_ADDRESS, json_schema_extra={"format": "uri"})]
Doi = Annotated[str, Field(pattern=r"^10\.\d{4,9}/[A-Za-z0-9./()_;:+-]+$")]
Dial = Annotated[str, Field(pattern=r"^[*#]?[0-9]+$")]
Zone = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+)+$")]
StudyId = Annotated[str, Id("studies")]
ClaimId = Annotated[str, Id("claims")]
RippleId = Annotated[str, Id("ripples")]
PracticeId = Annotated[str, Id("practices")]
ActId = Annotated[str, Id("acts")]
MonthId = Annotated[str, Id("months")]
