@echo off
rem Starts Tiersmith on the first Java 25 or later that this machine has to offer.
setlocal EnableExtensions DisableDelayedExpansion
set "JAVA_EXE="

call :try "%TIERSMITH_JAVA%"
call :try "%JAVA_HOME%"
if not defined JAVA_EXE for /f "delims=" %%J in ('where java 2^>nul') do call :tryExe "%%~J"
for %%P in (
  "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java" "%USERPROFILE%\scoop\apps"
) do if not defined JAVA_EXE if exist "%%~P" for /d %%D in ("%%~P\*") do call :try "%%~D"

if not defined JAVA_EXE (
  echo tiersmith: no Java 25 or later was found; install one ^(for example Eclipse Temurin 25^) or point TIERSMITH_JAVA or JAVA_HOME at it. 1>&2
  exit /b 1
)

rem What an earlier start has linked; a Java that it does not suit goes on without it, silently.
set "CACHE="
if exist "%~dp0..\tiersmith.aot" set CACHE="-XX:AOTCache=%~dp0..\tiersmith.aot" "-Xlog:aot*=off,cds*=off"
"%JAVA_EXE%" @jvm.options@ %CACHE% -cp "%~dp0..\lib\tiersmith.jar" @mainClass@ %*
exit /b %ERRORLEVEL%

:try
if defined JAVA_EXE exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
call :tryExe "%~1\bin\java.exe"
exit /b 0

:tryExe
if defined JAVA_EXE exit /b 0
set "JAVA_MAJOR=0"
for /f "tokens=3" %%V in ('call "%~1" -version 2^>^&1 ^| findstr /c:" version "') do for /f "delims=.-+ " %%M in ("%%~V") do set "JAVA_MAJOR=%%M"
if %JAVA_MAJOR% GEQ 25 set "JAVA_EXE=%~1"
exit /b 0
