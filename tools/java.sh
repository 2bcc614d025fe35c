#!/bin/sh
# See to it that there is a Java for the checker of e-books.
set -eu
if command -v java >/dev/null; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing Java for the checker of e-books"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null
else
  echo "The checker of e-books needs Java; on Debian or Ubuntu run: sudo apt-get install default-jre-headless" >&2
  exit 1
fi
