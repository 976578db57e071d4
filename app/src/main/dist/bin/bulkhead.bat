@echo off
rem Starts Bulkhead: the window, or with a verb ("bulkhead get ...") the command line.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0.."
set "JAVA_EXE="

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA_EXE for /f "delims=" %%j in ('where java 2^>nul') do if not defined JAVA_EXE call :try "%%~dpj.."
for %%v in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
    if not defined JAVA_EXE if exist "%%~v" for /d %%d in ("%%~v\*") do if not defined JAVA_EXE call :try "%%~d"
)
if not defined JAVA_EXE (
    echo bulkhead: Java 25 or later is needed and was not found; install it ^(for example Eclipse Temurin 25^) or set JAVA_HOME to it. 1>&2
    exit /b 1
)

rem A verb starts with a letter; anything else opens the window, which needs JavaFX.
set "WINDOW=yes"
set "FIRST=%~1"
if defined FIRST (
    if not "!FIRST:~0,1!"=="-" set "WINDOW="
    for %%h in (-h --help -V --version) do if "!FIRST!"=="%%h" set "WINDOW="
)
rem Compiling MIBs makes garbage fast, on all processors.
set "COLLECTOR=-XX:+UseSerialGC"
if "!FIRST!"=="compile" set "COLLECTOR=-XX:+UseParallelGC -XX:InitialRAMPercentage=12 -XX:NewRatio=1"
rem A crash leaves neither a dump nor a report: both would hold secrets.
set "CRASH=-XX:-CreateCoredumpOnCrash -XX:ErrorFile=NUL"
if defined WINDOW (
    "%JAVA_EXE%" !CRASH! %BULKHEAD_JAVA_OPTS% --module-path "%HOME_DIR%\lib\fx" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -cp "%HOME_DIR%\lib\*" dev.bulkhead.app.Main %*
) else (
    "%JAVA_EXE%" !CRASH! -XX:TieredStopAtLevel=1 !COLLECTOR! -XX:-UsePerfData --enable-native-access=ALL-UNNAMED %BULKHEAD_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" dev.bulkhead.app.Main %*
)
exit /b %ERRORLEVEL%

rem Sets JAVA_EXE if the folder holds Java 25 or later; its file "release" says JAVA_VERSION="25.0.1".
:try
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%r in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    set "RELEASE=%%r"
    set "RELEASE=!RELEASE:"=!"
    if !RELEASE! geq 25 set "JAVA_EXE=%~1\bin\java.exe"
)
exit /b
