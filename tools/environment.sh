#!/bin/sh
# Make the virtual environment .venv with the given Python.
set -eu
python=$1
if ! command -v "$python" >/dev/null; then
  echo "Python 3.11 or newer is needed; install it, or name it: make PYTHON=python3.12 site" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Python 3.11 or newer is needed, and $python is older; name another: make PYTHON=python3.12 site" >&2
  exit 1
fi
# Debian keeps venv in a package of its own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
  else
    echo "Python has no venv; on Debian or Ubuntu run: sudo apt-get install python3-venv" >&2
    exit 1
  fi
fi
"$python" -m venv .venv
