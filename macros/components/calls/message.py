"""The form for readers without an account."""

from urllib.parse import quote

from macros.components.context import Context, contact
from macros.components.rendering import render

LINES = (
    "Page:",
    "What is wrong, or what is missing:",
    "What would be better:",
    "How you know (a link, a book, your own experience):",
)


def message_form(context: Context) -> str:
    """A text to fill in, copy and send. It is addressed where the site has a contact."""
    to = contact()
    body = quote("\n\n".join(LINES))
    mail = f"{to}?subject=Ripple&body={body}" if to.startswith("mailto:") else ""
    return render("message_form", context, lines=LINES, to=to, mail=mail)
