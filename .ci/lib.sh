# shellcheck shell=bash
# Small words that the scripts beside this file share, and where things are built. Source it.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# In CI the products live outside the checkout: the next run on the same machine finds them.
if [ "${CI:-}" = true ]; then
  : "${CARGO_TARGET_DIR:=${XDG_CACHE_HOME:-$HOME/.cache}/baton/target}"
fi
TARGET=$(realpath -m "${CARGO_TARGET_DIR:-$ROOT/target}")
export ROOT TARGET CARGO_TARGET_DIR=$TARGET
# Programs built for building. Beside Baton's data folder, not in it: throwing away a demo's data
# should not cost ten minutes.
export BATON_TOOLS=${XDG_DATA_HOME:-$HOME/.local/share}/baton-tools

if [ -t 2 ]; then bold=$'\033[1m' plain=$'\033[0m'; else bold='' plain=''; fi
say() { printf '%s==> %s%s\n' "$bold" "$*" "$plain" >&2; }
die() {
  say "$*"
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    die "Please run as root: $*"
  fi
}

# apt_install WHY PACKAGE…: nothing when all are there, so that a second run needs no network.
apt_install() {
  local why=$1 missing=() package
  shift
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return 0
  have apt-get || die "$why needs ${missing[*]}: install what this system calls them and try again."
  say "Installing ${missing[*]} ($why)"
  # Package lists may be days old or, in a container, not there at all.
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# supervised COMMAND…: runs it in a process group of its own and takes the whole group along when
# this script is told to stop. Without it a SIGTERM would end the script and leave cargo building.
supervised() {
  local pid status=0
  set -m
  "$@" &
  pid=$!
  set +m
  # shellcheck disable=SC2064 # the pid of now is meant
  trap "kill -TERM -- -$pid 2>/dev/null; wait $pid; exit 143" INT TERM HUP
  wait "$pid" || status=$?
  # Not the default: bash would then skip the script's own EXIT trap.
  trap 'exit 143' INT TERM HUP
  return "$status"
}

# In memory, where it has room for them, the databases of tests are there in half the time. A database is created and
# dropped for each test, and every drop writes all that is not on the disk yet.
temporary_in_memory() {
  local shared available
  shared=$(df --output=avail /dev/shm 2>/dev/null | tail -1) || return 0
  available=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB$/\1/p' /proc/meminfo)
  [ -w /dev/shm ] && [ "${shared:-0}" -gt 4000000 ] && [ "${available:-0}" -gt 8000000 ] || return 0
  export TMPDIR=/dev/shm
}
