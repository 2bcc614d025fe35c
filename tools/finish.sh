#!/bin/sh
# Take out what no page uses, and put the finished build in the place of the last one, which stays
# until this moment.
set -eu
built=$1
place=$2
# The builders copy their themes' scripts and styles; every page has only our own.
rm -rf "$built/assets/javascripts" "$built/assets/stylesheets" "$built/assets/images/favicon.png"
rm -rf build/last
if [ -e "$place" ]; then mv "$place" build/last; fi
mv "$built" "$place"
rm -rf build/last
echo "$place/ is ready"
