"""The answer to somebody who names a study in an issue: the beginning of its record, to paste.

Run: BODY="…" python -m tools.study_record, with the text of the issue in BODY.
"""

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

from macros.catalog.catalog import Catalog
from macros.catalog.load import load
from macros.skeletons import sources, study

_DOI = re.compile(r"\b10\.\d{4,9}/[A-Za-z0-9./()_;:+-]*[A-Za-z0-9)]")


def answer(
    body: str, catalog: Catalog, address: str, today: date, resolver: str = sources.RESOLVER
) -> str:
    """What to write below the issue, as Markdown; `address` is that of the repository."""
    if not (found := _DOI.search(body)):
        return "No DOI stands here, so no record was begun. A person will look at it.\n"
    try:
        file, record = study(catalog, sources.fields(found[0], resolver), today)
    except ValueError as error:
        return f"No record was begun: {error}. A person will look at it.\n"
    place = f"{address}/new/main?filename={quote(str(file))}"
    return (
        f"Thank you. This is the beginning of [`{file}`]({place}). Follow the link, paste the text,"
        f" and fill in what says `FILL IN`.\n\n~~~yaml\n{record}~~~\n"
    )


if __name__ == "__main__":
    given = os.environ
    print(
        answer(
            given.get("BODY", ""),
            load(Path().resolve()),
            given.get("REPOSITORY", ""),
            datetime.now(UTC).date(),
        ),
        end="",
    )
