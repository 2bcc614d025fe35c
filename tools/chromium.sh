#!/bin/sh
# See to it that there is a Chromium for the browser tests.
set -eu
for name in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing Chromium for the browser tests"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
else
  echo "The browser tests need Chromium; on Debian or Ubuntu run: sudo apt-get install chromium" >&2
  echo "(elsewhere install Chromium or Chrome, and name it if needed: CHROMIUM=/path make test)" >&2
  exit 1
fi
