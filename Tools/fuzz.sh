#!/bin/sh
# Feeds a parser with inputs that libFuzzer makes, until the time is over or the parser crashes.
#
#   Tools/fuzz.sh TARGET SECONDS    fuzzes one target
#   Tools/fuzz.sh all SECONDS       fuzzes each target in turn, SECONDS for each
#   Tools/fuzz.sh list              prints the targets
#
# A target is a file in Tools/fuzz, compiled into one module with the sources in the folders and files that its first line names.
# Where its second line says so, its inputs grow longer than 8 KiB.
# What was tried grows in .build/fuzz; an input that crashed is kept in Tools/fuzz/crashes and tried first from then on.
# Status: 0 no crash, 1 a crash, 2 the target could not be built.
set -eu

# A trap must reach libFuzzer, which keeps the input, and not end in the backtrace of the Swift runtime.
export SWIFT_BACKTRACE=enable=no

root=$(cd "$(dirname "$0")/.." && pwd)
targets=$(cd "$root/Tools/fuzz" && ls ./*.swift | sed -n 's|^./\([a-z]*\).swift$|\1|p')

usage() {
    sed -n '4,6s/^# *//p' "$0" >&2
    exit 2
}

build() {
    for place in $(sed -n '1s|^// Built with: *||p' "$root/Tools/fuzz/$1.swift"); do
        find "$root/$place" -name '*.swift'
    done >"$2/sources"
    # The same language as the package's own targets speak.
    swiftc -swift-version 6 -O -parse-as-library -sanitize=fuzzer -module-name Fuzzing \
        -package-name cheeseboard \
        -enable-upcoming-feature ExistentialAny \
        -enable-upcoming-feature InternalImportsByDefault \
        -enable-upcoming-feature MemberImportVisibility \
        -enable-upcoming-feature NonisolatedNonsendingByDefault \
        -I "$root/Sources/CZlib" -o "$2/fuzz" \
        "$root/Tools/fuzz/Entry.swift" "$root/Tools/fuzz/$1.swift" @"$2/sources"
}

fuzz() {
    folder=$root/.build/fuzz/$1
    crashes=$root/Tools/fuzz/crashes/$1
    mkdir -p "$folder/corpus" "$folder/seeds" "$crashes"
    build "$1" "$folder" || return 2
    python3 "$root/Tools/fuzz/seeds.py" "$1" "$folder/seeds" || return 2
    status=0
    # Known crashes first, one by one: libFuzzer stops at the first input that crashes.
    for known in "$crashes"/*; do
        [ -f "$known" ] || continue
        "$folder/fuzz" -timeout=10 -rss_limit_mb=2048 "$known" >"$folder/log" 2>&1 || {
            echo "$1: still crashes on $known" >&2
            status=1
        }
    done
    [ "$status" -eq 0 ] || return 1
    longest=$(sed -n '2s|^// Longest input: *||p' "$root/Tools/fuzz/$1.swift")
    "$folder/fuzz" -max_total_time="$2" -max_len="${longest:-8192}" -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$crashes/" "$folder/corpus" "$folder/seeds" \
        >"$folder/log" 2>&1 || status=1
    rmdir "$crashes" 2>/dev/null || true
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/log")
    rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$folder/log")
    if [ "$status" -eq 0 ]; then
        echo "$1: no crash in ${runs:-0} runs, ${rate:-0} a second"
    else
        echo "$1: a crash, kept in $crashes" >&2
        tail -n 30 "$folder/log" >&2
    fi
    return "$status"
}

[ $# -eq 2 ] || [ "${1:-}" = list ] || usage
case $1 in
list) echo "$targets" ;;
all)
    worst=0
    for target in $targets; do
        fuzz "$target" "$2" || worst=1
    done
    exit "$worst"
    ;;
*)
    [ -f "$root/Tools/fuzz/$1.swift" ] || usage
    fuzz "$1" "$2"
    ;;
esac
