#!/usr/bin/env bash
# Measures the server beside nginx, which serves the same pages and files, and `cheeseboard audit` beside other tools that
# look into native files; prints a table of ratios of each.
#
# usage: run.sh [SECONDS_PER_MEASUREMENT]
#
# Both are measured in turn, right after each other, on loopback, so that whatever else the machine does hits both.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-5}
work=$(mktemp -d)
venv=.build-bench/venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check auditwheel abi3audit blint
nginx=$(command -v nginx || echo /usr/sbin/nginx)

pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

"$venv/bin/python" Tools/bench/bench.py --work "$work" --nginx "$nginx" --seconds "$seconds" \
  --binary .build/release/cheeseboard
"$venv/bin/python" Tools/bench/pages.py --binary .build/release/cheeseboard
"$venv/bin/python" Tools/bench/search.py --binary .build/release/cheeseboard
swift build -c release --product native-workbench 2>&1 | tail -1
"$venv/bin/python" Tools/bench/native.py --binary .build/release/cheeseboard --workbench .build/release/native-workbench
