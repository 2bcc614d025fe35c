"""Calls about copies to keep: the files, open data, and the copy that a browser keeps."""

from pathlib import PurePosixPath
from typing import Annotated

from macros.catalog.models.fields import Choice
from macros.catalog.open_data import NAMES, PAGE, datasets
from macros.components import downloads, reference
from macros.components.context import Context, made_copies, site_address, today
from macros.components.reference import Field
from macros.components.rendering import render

DatasetName = Annotated[str, Choice(NAMES)]


def download_list(context: Context) -> str:
    """Every copy with size, date, what it is good for and how to open it, where copies are made."""
    folder = made_copies()
    if folder is None:
        return render("no_downloads", context, site=site_address(), on_disk=context.on_disk)
    return render(
        "download_list",
        context,
        folder=downloads.FOLDER,
        copies=downloads.copies(folder),
        kinds=list(downloads.SINGLES),
        singles=downloads.singles(folder, context.catalog),
    )


def download_sums(context: Context) -> str:
    """The file of sums by which copies can be checked; nothing where no copies are made."""
    folder = made_copies()
    files = downloads.sums(folder) if folder else []
    return render("download_sums", context, folder=downloads.FOLDER, files=files)


def data_table(context: Context, name: DatasetName) -> str:
    """One set of open data: its files, how many records it has, and their fields."""
    dataset = next(found for found in datasets(context.catalog, today()) if found.name == name)
    fields = reference.fields(dataset.kind.singular)
    if dataset.pages:
        fields += [Field(key, "text", key == "text", meaning) for key, meaning in PAGE.items()]
    folder = made_copies()
    return render(
        "data_table",
        context,
        name=name,
        count=len(dataset.records),
        files=downloads.data(folder, name) if folder else [],
        folder=downloads.FOLDER,
        record=f"a record of {name}",
        fields=fields,
    )


def keep_box(context: Context) -> str:
    """A button to keep the site on this device, which a script shows where that can be done."""
    return render("keep_box", context, worker=PurePosixPath("worker.js"))
