"""Files in one ZIP archive, of which the same files make the same bytes."""

from collections.abc import Collection, Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

UNIX = 3  # the system that made it, so that it is the same on any
READABLE = 0o644 << 16
FIRST_YEAR = 1980  # ZIP knows no earlier time (APPNOTE 4.4.6)


def archive(files: Mapping[str, bytes], moment: datetime, stored: Collection[str] = ()) -> bytes:
    """Files by their names, all of one time; those named in `stored` are not compressed."""
    packed = BytesIO()
    time = moment.timetuple()[:6] if moment.year >= FIRST_YEAR else (FIRST_YEAR, 1, 1, 0, 0, 0)
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            info = ZipInfo(name, time)
            info.create_system = UNIX
            info.external_attr = READABLE
            way = ZIP_STORED if name in stored else ZIP_DEFLATED
            archive.writestr(info, content, way, compresslevel=9)
    return packed.getvalue()
