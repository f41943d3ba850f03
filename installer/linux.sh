#!/bin/sh
# Leaves the app image target/installer/tiersmith and a .deb. Needs dpkg-deb and fakeroot.
set -eu
cd "$(dirname "$0")/.."
mvn -q -ntp clean package -Dmaven.test.skip=true -Pinstaller
ls target/installer/*.deb
