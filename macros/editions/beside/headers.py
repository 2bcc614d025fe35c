"""Headers for hosts that read them from a file `_headers`, as Netlify and Cloudflare Pages do.

They say what the pages say of themselves, and what a page cannot say.
"""

import html
import re
from pathlib import PurePosixPath

from macros.editions.site import Site

FILE = PurePosixPath("_headers")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
# A policy in a page can neither forbid frames nor say what the browser may hand out.
_UNSAID = "frame-ancestors 'none'"
_UNUSED = (
    *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation"),
    *("gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"),
)
_OTHERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def headers(site: Site) -> dict[str, str]:
    """What a host should send with every file, by name; the policy is that of the front page."""
    found = _POLICY.search((site.folder / "index.html").read_text("utf-8"))
    policy = f"{html.unescape(found[1])}; {_UNSAID}" if found else _UNSAID
    return {"Content-Security-Policy": policy, **_OTHERS}


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The file for a site; none for a copy on a disk."""
    if site.on_disk:
        return {}
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers(site).items())]
    return {FILE: ("\n".join(lines) + "\n").encode()}
