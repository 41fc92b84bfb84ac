# shellcheck shell=bash
# What every part uses: how commands end, the lab's settings, its property files, its lock.

readonly EXIT_FAILED=1 EXIT_USAGE=2 EXIT_CANNOT_RUN=3

say() { printf 'lab: %s\n' "$*" >&2; }
die() { say "$*"; exit "$EXIT_FAILED"; }
usage_error() { say "$* (lab help lists the commands)"; exit "$EXIT_USAGE"; }
cannot_run() { say "$*"; exit "$EXIT_CANNOT_RUN"; }

number() { # number WHAT VALUE MIN MAX: a usage error unless VALUE is a whole number in that range
  if [[ ! $2 =~ ^(0|[1-9][0-9]{0,8})$ ]] || (($2 < $3 || $2 > $4)); then
    usage_error "$1 must be a whole number from $3 to $4, not '$2'"
  fi
}
argument_of() { # argument_of OPTION ARGUMENTS-LEFT: an option that takes a value has one
  (($2 >= 2)) || usage_error "$1 needs a value"
}
arguments() { # arguments COUNT MIN MAX COMMAND: a usage error unless MIN <= COUNT <= MAX
  if (($1 < $2 || $1 > $3)); then usage_error "wrong number of arguments: lab $4"; fi
}

settings() { # from the environment, checked: names and paths end up in mount options, socket paths and device names
  export LAB_NAME=${LAB_NAME:-drover}
  export LAB_HOME=${LAB_HOME:-/var/tmp/$LAB_NAME-lab}
  export LAB_IMAGE=${LAB_IMAGE:-/var/tmp/drover-lab/image}
  export LAB_DATA_NET=${LAB_DATA_NET:-10.77} LAB_MGMT_NET=${LAB_MGMT_NET:-10.78}
  export LAB_QEMU_CONF=${LAB_QEMU_CONF:-}
  [[ $LAB_NAME =~ ^[a-z][a-z0-9-]{0,10}$ ]] ||
    usage_error "LAB_NAME must be 1 to 11 lower-case letters, digits or '-', a letter first, not '$LAB_NAME'"
  [[ $LAB_HOME =~ ^/[A-Za-z0-9/._-]{1,60}$ ]] ||
    usage_error "LAB_HOME must be an absolute path of at most 60 characters of A-Z a-z 0-9 / . _ -, not '$LAB_HOME'"
  [[ $LAB_IMAGE =~ ^/[A-Za-z0-9/._-]{1,200}$ ]] ||
    usage_error "LAB_IMAGE must be an absolute path of characters of A-Z a-z 0-9 / . _ -, not '$LAB_IMAGE'"
  network_prefix LAB_DATA_NET "$LAB_DATA_NET"
  network_prefix LAB_MGMT_NET "$LAB_MGMT_NET"
  [[ $LAB_DATA_NET != "$LAB_MGMT_NET" ]] || usage_error "LAB_DATA_NET and LAB_MGMT_NET must differ"
  derived_settings
}
# shellcheck disable=SC2034 # the other parts use them
derived_settings() {
  readonly FABRIC=$LAB_NAME-fabric # the namespace of all switches
  readonly CONTROL_LINK=$LAB_NAME-ctl # this machine's cable into the management network
  readonly HOST_DIRS=$LAB_HOME/hosts PROPERTIES=$LAB_HOME/lab.properties
  readonly STARTED=$HOST_DIRS/started # a file for each guest that was started and not stopped
  readonly REGISTRY=/run/drover-lab # which LAB_HOME a LAB_NAME belongs to, until the machine restarts
}
network_prefix() { # network_prefix VARIABLE VALUE
  if [[ ! $2 =~ ^([0-9]{1,3})\.([0-9]{1,3})$ ]] || ((10#${BASH_REMATCH[1]} > 223 || 10#${BASH_REMATCH[2]} > 255)); then
    usage_error "$1 must be the first two numbers of a /16 network, like 10.77, not '$2'"
  fi
}

property() { # property FILE KEY
  local line
  [[ -e $1 ]] || return 0
  while IFS= read -r line; do
    if [[ $line == "$2="* ]]; then printf '%s\n' "${line#*=}"; return; fi
  done <"$1"
}
setting() { property "$PROPERTIES" "$1"; } # of the lab that is up
of() { property "$HOST_DIRS/$1/host.properties" "$2"; } # of HOST KEY
end_of() { tail -n 2 "$1" 2>/dev/null | paste -sd ' ' || true; } # end_of FILE: the last words of a log
json() { local s=${1//\\/\\\\}; printf '"%s"' "${s//\"/\\\"}"; } # a JSON string

numbered() { local i; for ((i = 1; i <= $2; i++)); do echo "$1$i"; done; }
all_hosts() { numbered h "$(setting hosts)"; }
all_controls() { numbered c "$(setting controls)"; }
all_racks() { numbered r "$(setting racks)"; }
namespace_of() { echo "$LAB_NAME-$1"; }

need_root() { ((EUID == 0)) || cannot_run "must run as root: namespaces, mounts and traffic control need it"; }
need_lab() { # a complete lab of this LAB_HOME and LAB_NAME
  local name
  name=$(setting name)
  [[ -n $name ]] || die "the lab is down: run 'lab up'"
  [[ $name == "$LAB_NAME" ]] || die "LAB_HOME $LAB_HOME holds the lab '$name': set LAB_NAME=$name"
  [[ -e /run/netns/$FABRIC && $(setting complete) == yes ]] ||
    die "the lab is only half there: 'lab up' makes it anew, 'lab down' removes it"
  LAB_DATA_NET=$(setting data_net)
  LAB_MGMT_NET=$(setting mgmt_net)
  LAB_IMAGE=$(setting image)
}
need_host() {
  [[ -f $HOST_DIRS/$1/host.properties ]] || die "no such host: '$1' (this lab has h1 to h$(setting hosts))"
}
need_rack() {
  if [[ ! $1 =~ ^r[1-9][0-9]*$ ]] || ((${1#r} > $(setting racks))); then
    die "no such rack: '$1' (this lab has r1 to r$(setting racks))"
  fi
}

# The lock is file descriptor 9, held until this process ends. Every process that outlives a command must be
# started with 9>&-, or it would hold the lock too.
lock() { # lock FILE SECONDS WHAT
  mkdir -p "${1%/*}"
  exec 9<>"$1"
  flock --nonblock 9 && return
  say "another lab command is at work on $3: waiting up to $2 s"
  flock --timeout "$2" 9 || die "another lab command is still at work on $3: try again later"
}
