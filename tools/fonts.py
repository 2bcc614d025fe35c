"""Make the fonts of the site smaller: the weights and features that its styles use, every letter.

Run: python tools/fonts.py FONT.woff2 …, in an environment made for tests; the files are rewritten.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = (400, 400, 700)  # lightest, normal, boldest
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"]


def smaller(font: bytes) -> bytes:
    """A variable font (WOFF2) without other weights and features."""
    limited = BytesIO()
    whole = instantiateVariableFont(TTFont(BytesIO(font)), {"wght": WEIGHTS})
    whole.flavor = None
    whole.save(limited)
    options = subset.Options(layout_features=FEATURES, hinting=False, flavor="woff2")
    options.notdef_outline = True
    read, made = TTFont(BytesIO(limited.getvalue())), BytesIO()
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=read.getBestCmap())
    chosen.subset(read)
    subset.save_font(read, made, options)
    return made.getvalue()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        before = path.read_bytes()
        path.write_bytes(smaller(before))
        print(f"{name}: {len(before):,} bytes, now {path.stat().st_size:,}")
