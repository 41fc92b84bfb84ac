# shellcheck shell=bash disable=SC2154 # here and scratch are selftest's
# What tests say and do.

lab() { "$here/lab" "$@" 8>&-; }
other() { LAB_NAME=selftest-2 LAB_HOME=$LAB_HOME-2 LAB_MGMT_NET=10.89 lab "$@"; }
fail() { printf '%s\n' "$*"; exit 1; }
last_message() { # but what bash says of itself where a signal and the end of a process came at once
  grep -v 'wait_for: No record of process' "$scratch/err" | tail -n 1
}
ends_with() { # ends_with STATUS TEXT CMD...: CMD ends so, and its last line of messages holds TEXT
  local status=0
  "${@:3}" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
  ((status == $1)) || fail "status $status, not $1: ${*:3}: $(<"$scratch/err")"
  [[ $(last_message) == *"$2"* ]] || fail "no '$2' in what '${*:3}' said: $(<"$scratch/err")"
}
all_gone() { [[ -z $(lab leftovers) ]] || fail "left over: $(lab leftovers)"; }
all_on() { # all_on COUNT
  [[ $(lab status --json | grep -o '"state":"on"' | wc -l) == "$1" ]] || fail "not $1 hosts on: $(lab status 2>&1)"
}
host_pid() { cat "$LAB_HOME/hosts/$1/run/init.pid"; }
eventually() { # eventually CMD...: within 10 s
  local end=$((SECONDS + 10))
  until "$@"; do
    ((SECONDS < end)) || fail "never came true: $*"
    sleep 0.1
  done
}
