#!/bin/sh
# See to it that there is a Chromium for the browser tests; best without windows, which works less.
set -eu

stop_if_there() {
  for name in "$@"; do
    if command -v "$name" >/dev/null; then exit 0; fi
  done
}

install() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

stop_if_there ${CHROMIUM:+"$CHROMIUM"} chromium-headless-shell
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing Chromium for the browser tests"
  if apt-get update -qq && { install chromium-headless-shell || install chromium; }; then exit 0; fi
fi
stop_if_there chromium chromium-browser google-chrome google-chrome-stable
echo "The browser tests need Chromium; on Debian run: sudo apt-get install chromium-headless-shell" >&2
echo "(elsewhere install Chromium or Chrome, and name it if needed: CHROMIUM=/path make test)" >&2
exit 1
