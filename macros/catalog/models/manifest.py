"""What a phone is told when somebody puts the site on its first screen (W3C Web App Manifest)."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from macros.catalog.models.fields import Form, PlainText, Record

Color = Annotated[str, Form(r"^#[0-9a-f]{6}$", "a color such as #faf6ef")]
FrontPage = Literal[
    "../"
]  # from docs/assets; anything else would open another place than this site


class Icon(Record):
    """A picture for the first screen."""

    src: Annotated[str, Form(r"^images/[a-z0-9-]+\.(svg|png)$", "a file such as images/icon.png")]
    sizes: Annotated[str, Form(r"^any$|^[0-9]+x[0-9]+$", "any, or a size such as 512x512")]
    type: Literal["image/svg+xml", "image/png"]
    purpose: Literal["any", "maskable", "any maskable"] | None = None


class Shortcut(Record):
    """A page that a long press on the icon opens."""

    name: PlainText
    url: Annotated[
        str,
        Form(
            r"^\.\./([a-z0-9-]+/)*(#[a-z0-9=+-]+)?$",
            "a page of this site, such as ../help/",
        ),
    ]


class Manifest(Record):
    """The whole file. Keys that are not here could open other places or take in other files."""

    model_config = ConfigDict(title="manifest")

    name: PlainText
    short_name: PlainText
    description: PlainText
    lang: Annotated[str, Form(r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", "a language such as en")]
    id: FrontPage
    start_url: FrontPage
    scope: FrontPage
    display: Literal["standalone", "minimal-ui", "browser"]
    background_color: Color
    theme_color: Color
    icons: list[Icon] = Field(min_length=1)
    shortcuts: list[Shortcut] = Field(default=[])
