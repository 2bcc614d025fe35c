"""Where the service worker of "Keep on this device" is: pages name it, an edition makes it."""

from pathlib import PurePosixPath

WORKER = PurePosixPath("worker.js")  # at the root of the site, which is all that it may answer for
