# Leaves the app image target\installer\tiersmith (tiersmith.exe for the window, tiersmith-cli.exe
# for the command line) and an .msi, unsigned. Needs the WiX toolset.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
mvn -q -ntp clean package '-Dmaven.test.skip=true' '-Pinstaller'
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Get-ChildItem target\installer -Filter *.msi
