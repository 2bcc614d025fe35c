#!/bin/sh
# The time of the last commit of this folder, in seconds since 1970; now, where git keeps no history of it.
# A folder within another repository, such as an unpacked archive, does not get the time of that one.
set -eu
if inside=$(git rev-parse --show-prefix 2>/dev/null) && [ -z "$inside" ]; then
  git log -1 --format=%ct 2>/dev/null && exit 0
fi
date +%s
