#!/bin/sh
# Put the finished build in the place of the last one, which stays until this moment.
set -eu
built=$1
place=$2
mkdir -p build
rm -rf build/last
if [ -e "$place" ]; then mv "$place" build/last; fi
mv "$built" "$place"
rm -rf build/last
echo "$place/ is ready"
