"""The modes in which a page is looked at."""

from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, ViewportSize

PHONE: ViewportSize = {"width": 320, "height": 700}  # as narrow as 400 % zoom on 1280 pixels
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
SIZES = {"phone": PHONE, "desktop": DESKTOP}
SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Mode:
    """A size of the window and a scheme of colors, as a reader's device asks for them."""

    scheme: str
    size: str

    def __str__(self) -> str:
        return f"{self.scheme}, {self.size}"

    def context(self, browser: Browser, *, scripts: bool = True) -> BrowserContext:
        """A fresh browser profile in this mode; the caller closes it."""
        dark = self.scheme == "dark"
        return browser.new_context(
            color_scheme="dark" if dark else "light",
            viewport=SIZES[self.size],
            java_script_enabled=scripts,
        )


MODES = tuple(Mode(scheme, size) for scheme in SCHEMES for size in SIZES)
FIRST = Mode("dark", "phone")  # where one mode has to do: the narrowest, and the rarer colors
