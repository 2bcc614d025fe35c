"""Archives: the same files make the same bytes, and a time before 1980 makes one that opens."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from macros.editions.parts.archive import archive

FILES = {"mimetype": b"application/epub+zip", "a.txt": b"a" * 100}


def opened(moment: datetime) -> ZipFile:
    return ZipFile(BytesIO(archive(FILES, moment, stored=["mimetype"])))


def test_the_same_files_make_the_same_bytes() -> None:
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    assert archive(FILES, moment) == archive(dict(FILES), moment)


def test_what_is_stored_is_not_compressed() -> None:
    first, second = opened(datetime(2026, 11, 22, tzinfo=UTC)).infolist()
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert second.compress_size < second.file_size


def test_a_time_before_1980_is_1980() -> None:
    assert {info.date_time[0] for info in opened(datetime(1970, 1, 1, tzinfo=UTC)).infolist()} == {
        1980
    }
