#!/usr/bin/env bash
# Everything that has to hold, the cheap checks first. With --all also what takes long.
set -euo pipefail
cd "$(dirname "$0")/.."

all=false
[ "${1:-}" = --all ] && all=true

# How many tests pytest's last line says have passed, been skipped …; 0 where it does not say.
counted() { sed -nE "s/^(.* )?([0-9]+) $1.*/\\2/p" "$2" | tail -1 | grep . || echo 0; }

section() { printf '\n== %s (after %d s)\n' "$1" "$SECONDS"; }

section "tools"
Tools/install.sh test

section "format and lint"
swift format lint --strict -p -r Package.swift Sources Tests
python3 -m compileall -q Tools Tests

section "debug build with coverage"
build_log=$(mktemp)
swift build --build-tests --enable-code-coverage --explicit-target-dependency-import-check error \
  >"$build_log" 2>&1 || { grep -E 'error:|error: ' -A3 "$build_log" | head -60; exit 1; }
tail -1 "$build_log"; rm -f "$build_log"

section "unit tests, on SQLite and PostgreSQL"
cluster=$(mktemp -d)
stop_cluster() { Tools/postgres.sh stop "$cluster/pg" >/dev/null 2>&1 || true; rm -rf "$cluster" || true; }
trap stop_cluster EXIT
chmod 755 "$cluster"
Tools/postgres.sh start "$cluster/pg" >/dev/null
eval "$(Tools/postgres.sh env "$cluster/pg")"
swift_log=$(mktemp)
# Hundreds of tests at once on two cores would keep those that talk over sockets waiting for a thread.
swift test --enable-code-coverage --skip-build --experimental-maximum-parallelization-width 4 \
  >"$swift_log" 2>&1 || {
  grep -E '✘|error:|recorded an issue|Fatal' -A4 "$swift_log" | head -120
  exit 1
}
swift_line=$(grep -E 'Test run with [0-9]+ tests' "$swift_log" | tail -1)
echo "$swift_line"
swift_count=$(echo "$swift_line" | sed -E 's/.*with ([0-9]+) tests.*/\1/')
[ "$swift_count" -gt 0 ] || { echo "no unit test ran"; exit 1; }
# The count above has those in it that were skipped, each with its reason.
swift_skipped=$(grep -c '^➜ Test ' "$swift_log" || true)
grep '^➜ Test ' "$swift_log" || true
rm -f "$swift_log"

section "coverage"
python3 Tools/coverage.py "$(swift test --show-codecov-path)" .

section "release build"
swift build -c release --product cheeseboard 2>&1 | tail -1

section "packaging rules against Python's packaging"
venv=.build-e2e/conformance
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
python3 Tools/conformance/run.py "$venv" .build/release/cheeseboard

section "end to end, with real clients"
venv=.build-e2e/venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install -q -r Tests/EndToEnd/requirements.txt
"$venv/bin/python" Tests/EndToEnd/clients.py
e2e_log=$(mktemp)
marks=(-m "not long")
$all && marks=()
# Files of tests stay together: what they fill an index with is filled once.
workers=$(($(nproc) + 1))
(cd Tests/EndToEnd && "../../$venv/bin/python" -m pytest -q -rs -n "$workers" --dist loadfile "${marks[@]}") \
  | tee "$e2e_log"
e2e_count=$(counted passed "$e2e_log")
e2e_skipped=$(counted skipped "$e2e_log")
[ "$e2e_count" -gt 0 ] || { echo "no end-to-end test ran"; exit 1; }
rm -f "$e2e_log"

if ! $all; then
  section "left to make test-all"
  (cd Tests/EndToEnd && "../../$venv/bin/python" -m pytest -q -m long --collect-only) | grep -v '^$' || true
fi

swift_passed=$((swift_count - swift_skipped))
printf '\nDone in %d s: %d unit tests, %d end-to-end tests.\n' "$SECONDS" "$swift_passed" "$e2e_count"
printf '%d passed, %d skipped, 0 failed\n' \
  $((swift_passed + e2e_count)) $((swift_skipped + e2e_skipped))
