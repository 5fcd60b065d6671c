#!/usr/bin/env bash
# Takes a picture of every page, light and dark, wide and on a phone: `make screenshots`.
# usage: run.sh FOLDER [NAME…]     CHEESEBOARD_BINARY names another build than the release
set -euo pipefail
cd "$(dirname "$0")/../.."

Tools/install.sh test
venv=.build-e2e/venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install -q -r Tests/EndToEnd/requirements.txt
PYTHONPATH=Tests/EndToEnd "$venv/bin/python" Tools/screenshots/take.py "$@"
