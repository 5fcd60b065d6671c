#!/bin/sh
# A throwaway PostgreSQL for tests: on loopback, on a free port, trusting every local login, and careless about crashes.
#
#   Tools/postgres.sh start DIR     makes a cluster in DIR if there is none, starts it and prints its URL
#   Tools/postgres.sh env DIR       prints the URL of the running cluster as a line for the shell to evaluate
#   Tools/postgres.sh restart DIR   stops it and starts it again on the same port
#   Tools/postgres.sh stop DIR      stops it; DIR stays and may be deleted
#
# PostgreSQL refuses to run as root: called by root, it runs as the user postgres, which must be able to reach DIR.
set -eu

usage() {
    sed -n '4,7s/^# *//p' "$0" >&2
    exit 2
}

[ $# -eq 2 ] || usage
mkdir -p "$2"
directory=$(cd "$2" && pwd)
cluster=$directory/cluster
port_file=$directory/port

programs=${POSTGRES_BIN:-}
if [ -z "$programs" ]; then
    # Debian keeps one folder per version; elsewhere the programs are on the path.
    for candidate in /usr/lib/postgresql/*/bin; do
        [ -x "$candidate/pg_ctl" ] && programs=$candidate
    done
    [ -n "$programs" ] || programs=$(dirname "$(command -v pg_ctl || echo /missing/pg_ctl)")
fi
if [ ! -x "$programs/pg_ctl" ]; then
    echo "postgres.sh: no PostgreSQL server found; install the package postgresql" >&2
    exit 2
fi

# Left to the server's user, the folder that we stand in may be closed.
cd /
as_server=
if [ "$(id -u)" -eq 0 ]; then
    as_server="setpriv --reuid=postgres --regid=postgres --init-groups"
fi

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

url() {
    echo "postgres://postgres@127.0.0.1:$(cat "$port_file")/postgres"
}

running() {
    $as_server "$programs/pg_ctl" -D "$cluster" status >/dev/null 2>&1
}

# The server outlives this script and must not keep files open that a caller waits for: Python closes them.
launch() {
    python3 -c 'import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))' \
        $as_server "$programs/pg_ctl" -D "$cluster" -l "$directory/log" -w -t 60 \
        -o "-p $(cat "$port_file")" start >/dev/null
}

start() {
    if [ ! -e "$cluster/PG_VERSION" ]; then
        mkdir -p "$cluster"
        touch "$directory/log"
        if [ -n "$as_server" ]; then chown postgres "$cluster" "$directory/log"; fi
        $as_server "$programs/initdb" -D "$cluster" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
            --no-sync >/dev/null
        # Sockets only on loopback; nothing reaches the disk before it must.
        cat >>"$cluster/postgresql.conf" <<-'SETTINGS'
			listen_addresses = '127.0.0.1'
			unix_socket_directories = ''
			fsync = off
			synchronous_commit = off
			full_page_writes = off
			max_connections = 200
		SETTINGS
    fi
    running && return
    # The port of last time is best, for somebody may come back to it.
    if [ -s "$port_file" ] && launch; then return; fi
    # Another program may take the port between the look and the start: try a few.
    for _ in 1 2 3; do
        free_port >"$port_file"
        launch && return
    done
    tail "$directory/log" >&2
    exit 2
}

case $1 in
start)
    start
    url
    ;;
env)
    running || { echo "postgres.sh: nothing runs in $directory" >&2; exit 1; }
    echo "export CHEESEBOARD_TEST_POSTGRES=$(url)"
    ;;
restart)
    $as_server "$programs/pg_ctl" -D "$cluster" -m fast -w stop >/dev/null
    launch
    ;;
stop)
    if running; then $as_server "$programs/pg_ctl" -D "$cluster" -m fast -w stop >/dev/null; fi
    ;;
*) usage ;;
esac
