#!/bin/sh
# Leaves target/installer/tiersmith.app and a .dmg, unsigned, on a Mac with Apple silicon.
set -eu
cd "$(dirname "$0")/.."
mvn -q -ntp clean package -Dmaven.test.skip=true -Pinstaller
ls target/installer/*.dmg
