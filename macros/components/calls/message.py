"""The form for readers without an account."""

from urllib.parse import quote

from macros.components.context import Context
from macros.components.rendering import render


def message_form(context: Context) -> str:
    """A text to fill in, copy and send. It is addressed where the site has a contact."""
    to, lines = context.settings.contact, context.catalog.text.all("message.lines")
    # Lines of an email end with both signs, as RFC 6068 wants it.
    body = quote("\r\n\r\n".join(lines))
    mail = f"{to}?subject=Ripple&body={body}" if to.startswith("mailto:") else ""
    return render("message_form", context, lines=lines, to=to, mail=mail)
