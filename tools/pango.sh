#!/bin/sh
# See to it that there is Pango, with which WeasyPrint sets the lines of PDF files.
set -eu
python=$1
if "$python" -c 'import weasyprint' 2>/dev/null; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing Pango for PDF files"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >/dev/null
else
  echo "PDF files need Pango; on Debian or Ubuntu run: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" >&2
  exit 1
fi
