"""Calls about copies to keep: the files, open data, and the copy that a browser keeps."""

from typing import Annotated

from macros.catalog.kinds import kind_named
from macros.catalog.models.fields import Name
from macros.catalog.open_data import OPEN_KINDS, PAGE
from macros.components import downloads, reference
from macros.components.context import Context
from macros.components.reference import Field
from macros.components.rendering import render
from macros.components.service_worker import WORKER

DatasetName = Annotated[str, Name(tuple(kind.name for kind in OPEN_KINDS))]


def download_list(context: Context) -> str:
    """Every copy with size, date, what it is good for and how to open it, where copies are made."""
    folder, site = context.settings.downloads, context.settings.site_url
    if folder is None:
        return render("no_downloads", context, site=site, on_disk=context.on_disk)
    return render(
        "download_list",
        context,
        folder=downloads.FOLDER,
        copies=downloads.copies(folder, context.catalog),
        kinds=list(downloads.practice_kinds(context.catalog)),
        practices=downloads.practice_copies(folder, context.catalog),
    )


def copy_list(context: Context) -> str:
    """Every copy in short: what it is good for and, where copies are made, its size and day."""
    folder = context.settings.downloads
    all = downloads.every_copy(folder, context.catalog)
    found = [copy for copy in all if copy.files] if folder else all
    rows = [(copy.name, copy.good, copy.files) for copy in found]
    return render("copy_list", context, folder=downloads.FOLDER, rows=rows)


def download_sums(context: Context) -> str:
    """The file of sums by which copies can be checked; nothing where no copies are made."""
    folder = context.settings.downloads
    files = downloads.checksums(folder) if folder else []
    return render("download_sums", context, folder=downloads.FOLDER, files=files)


def data_table(context: Context, name: DatasetName) -> str:
    """One set of open data: its files, how many records it has, and their fields."""
    kind, folder = kind_named(name), context.settings.downloads
    fields = reference.fields(kind.singular)
    if kind.is_page:
        fields += [Field(key, "text", key == "text", meaning) for key, meaning in PAGE.items()]
    return render(
        "data_table",
        context,
        name=name,
        count=len(context.catalog[kind]),
        files=downloads.data_files(folder, name) if folder else [],
        folder=downloads.FOLDER,
        record=context.catalog.text("reference.record_of", name=name),
        fields=fields,
    )


def keep_box(context: Context) -> str:
    """A button to keep the site on this device, which a script shows where that can be done."""
    return render("keep_box", context, worker=WORKER)
