#!/bin/sh
# See to it that a command works: need.sh PACKAGES WHY COMMAND…, with the packages of Debian and Ubuntu.
set -eu
packages=$1
why=$2
shift 2
if "$@" >/dev/null 2>&1; then exit 0; fi
as=
if [ "$(id -u)" != 0 ] && [ "${CI:-}" = true ]; then as=sudo; fi # a machine that is there for tests
if { [ "$(id -u)" = 0 ] || [ -n "$as" ]; } && command -v apt-get >/dev/null; then
  echo "$why: installing $packages"
  $as apt-get update -qq
  # shellcheck disable=SC2086 # these are several words
  $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
else
  echo "$why; on Debian or Ubuntu run: sudo apt-get install $packages" >&2
  exit 1
fi
