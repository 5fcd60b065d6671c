#!/usr/bin/env bash
# Installs the Debian packages that a purpose needs and that are not there yet.
# usage: install.sh build|serve|test|bench
set -euo pipefail

case "${1:-build}" in
  build) wanted="libpq-dev zlib1g-dev libsqlite3-dev libcurl4-openssl-dev pkg-config" ;;
  # What descriptions are rendered with; without it they are shown as plain text.
  serve) wanted="python3 python3-venv" ;;
  test) wanted="libpq-dev zlib1g-dev libsqlite3-dev libcurl4-openssl-dev pkg-config python3
    python3-venv postgresql nginx-light openssl zip util-linux procps zbar-tools chromium fonts-noto-core" ;;
  bench) wanted="nginx-light wrk python3 python3-venv checksec devscripts time" ;;
  *) echo "install.sh: unknown purpose '$1'" >&2; exit 2 ;;
esac

missing=""
for package in $wanted; do
  case "$package" in
    # Any flavour of nginx will do.
    nginx-light) command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$missing $package" ;;
    *) dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' \
         || missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root=sudo
command -v apt-get >/dev/null && { [ -z "$as_root" ] || command -v sudo >/dev/null; } || {
  echo "Please install:$missing (their names on Debian), then run this again." >&2
  exit 1
}
echo "Installing$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
