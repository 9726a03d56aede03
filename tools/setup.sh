# shellcheck shell=bash disable=SC2034
# What ./run and ./test share: installing packages, building, a private PostgreSQL. They source it.

say() { printf '%s\n' "$@"; }
die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# What programs say while all goes well; shown when it does not.
log=build/last-step.log
{ mkdir -p build && : >"$log"; } 2>/dev/null || die "no right to write in $PWD/build"

# Packages of the named sets that this machine lacks.
missing_packages() {
  local set package
  for set in "$@"; do
    for package in $(awk -v set="$set" '$1 == set { $1 = ""; print }' tools/packages.txt); do
      dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
        printf '%s ' "$package"
    done
  done
}

node_is_new_enough() {
  command -v npm >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0] >= 18' 2>/dev/null)" = true ]
}

# needs SET...: installs what is missing of these sets, and only that.
needs() {
  local missing root=()
  command -v dpkg-query >/dev/null ||
    die "this is not Debian. Install the like of these yourself: $(grep -v '^#' tools/packages.txt)"
  missing=$(missing_packages "$@")
  [ -z "$missing" ] && return
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "no right to install packages. As root: apt-get install $missing"
    root=(sudo)
  fi
  say "Installing: $missing"
  needs_space / 2000000
  "${root[@]}" apt-get update -q >"$log" 2>&1 || die "apt-get update failed. Is there a network? $(last_words)"
  without_main_cluster "${root[@]}"
  # shellcheck disable=SC2086  # a list of words
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing \
    >"$log" 2>&1 || die "apt-get install failed. Is there a network? $(last_words)"
  "${root[@]}" rm -f "$no_main_cluster"
}

# Debian would make and start a server of its own on port 5432; nobody asked for that.
no_main_cluster=/etc/postgresql-common/createcluster.d/taydo.conf
without_main_cluster() {
  case " $missing" in *" postgresql-15 "*) ;; *) return ;; esac
  "$@" mkdir -p "${no_main_cluster%/*}"
  echo "create_main_cluster = false" | "$@" tee "$no_main_cluster" >/dev/null
}

last_words() { printf '\n%s\n(the whole of it: %s)' "$(tail -n 15 "$log")" "$log"; }

# needs_space FOLDER KILOBYTES
needs_space() {
  local free
  free=$(df -Pk "$1" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$2" ] || die "the disk of $1 is nearly full: $((free / 1024)) MB free, $(($2 / 1024)) MB needed"
}

# As many compilers at once as there are processors, and 1.5 GB of memory for each.
jobs_at_once() {
  local by_memory
  by_memory=$(awk '/MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)
  printf '%s' $((by_memory < 1 ? 1 : by_memory < $(nproc) ? by_memory : $(nproc)))
}

# build TARGET...: Release, in build/; the errors if it fails.
build() {
  if [ ! -f build/build.ninja ]; then
    needs_space . 1500000
    cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release >"$log" 2>&1 ||
      { say "cmake: $(last_words)"; return 1; }
  fi
  say "Building (minutes the first time, then a moment) ..."
  if [ -t 1 ]; then
    ninja -C build -j "$(jobs_at_once)" "$@"
  else
    ninja -C build -j "$(jobs_at_once)" "$@" >"$log" 2>&1 ||
      { say "The build failed: $(grep -E -m 20 'error|FAILED|No space' "$log" || last_words)"; return 1; }
  fi
}

# --- A private PostgreSQL: one folder, a socket inside it, no port. PostgreSQL refuses to run as root.

postgres_bin=/usr/lib/postgresql/15/bin

as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && exec setpriv --reuid=postgres --regid=postgres --init-groups "$@")
  else "$@"; fi
}

# start_postgres FOLDER: makes the cluster if need be; sets postgres_home and postgres_address.
start_postgres() {
  postgres_home=$1
  mkdir -p "$postgres_home"
  if [ "$(id -u)" = 0 ]; then
    chown postgres: "$postgres_home"
    if ! as_postgres test -w "$postgres_home"; then  # a clone under /root, which postgres may not enter
      postgres_home=/var/lib/postgresql/taydo-$(printf %s "$1" | cksum | cut -d ' ' -f 1)
      say "User postgres cannot reach $1; the database lies in $postgres_home"
      install -d -o postgres -g postgres "$postgres_home"
    fi
  fi
  local cluster=$postgres_home/cluster sockets=$postgres_home/socket
  [ ${#sockets} -le 85 ] || die "the path $sockets is too long for a socket: name a shorter one with --data"
  if [ ! -f "$cluster/PG_VERSION" ]; then
    say "Making a PostgreSQL in $cluster ..."
    as_postgres "$postgres_bin/initdb" -D "$cluster" -U taydo --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
      >"$log" 2>&1 || die "initdb failed: $(last_words)"
  fi
  as_postgres install -d -m 700 "$sockets"  # who may enter this folder may enter the database
  if ! as_postgres "$postgres_bin/pg_ctl" -D "$cluster" status >/dev/null; then
    as_postgres "$postgres_bin/pg_ctl" -D "$cluster" -l "$postgres_home/log" -w -t 60 \
      -o "-c listen_addresses='' -c unix_socket_directories='$sockets' ${postgres_options:-}" start \
      >"$log" 2>&1 9>&- || die "PostgreSQL does not start: $(tail -n 15 "$postgres_home/log")"
  fi
  as_postgres "$postgres_bin/createdb" -h "$sockets" -U taydo taydo 2>/dev/null
  postgres_address="postgres:host=$sockets user=taydo dbname=taydo"
}

stop_postgres() {
  [ -n "${postgres_home:-}" ] || return 0
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_home/cluster" -m fast -w stop >/dev/null 2>&1
}
