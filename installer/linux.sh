#!/bin/sh
# Leaves the app image target/installer/tiersmith and a .deb. Needs dpkg-deb and fakeroot.
set -eu
cd "$(dirname "$0")/.."
# The jars are compressed already; anything slower only costs minutes.
export DPKG_DEB_COMPRESSOR_TYPE=gzip DPKG_DEB_COMPRESSOR_LEVEL=1
mvn -q -ntp clean package -Dmaven.test.skip=true -Pinstaller
ls target/installer/*.deb
