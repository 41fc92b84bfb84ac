# shellcheck shell=bash disable=SC2154 # here and scratch are selftest's
# Guests, and what vm check says about them.

a_guest_of_the_same_name_is_refused_and_a_stopped_one_is_gone() {
  lab up --hosts 2
  lab vm start h1 g1
  ends_with 1 "h1 has a guest 'g1' already" lab vm start h2 g1
  lab vm stop h1 g1
  [[ -z $(lab vm list) ]] || fail "still there: $(lab vm list)"
  lab vm start h2 g1 --transient
}

check_tells_good_guests_from_bad_ones() {
  lab up --hosts 2
  lab vm start h1 good
  lab vm start h1 lost
  lab vm start h1 stopped
  eventually lab vm check >/dev/null
  lab exec h1 virsh -q destroy lost
  lab exec h1 virsh -q suspend stopped
  ends_with 1 "" lab vm check --json # those it started, wherever they are
  grep -q '"name":"good","ok":true,"at":"h1:running","boots":1,' "$scratch/out" || fail "good: $(<"$scratch/out")"
  grep -q '"name":"lost","ok":false,"at":"nowhere"' "$scratch/out" || fail "lost: $(<"$scratch/out")"
  grep -q '"name":"stopped","ok":false,"at":"h1:paused"' "$scratch/out" || fail "stopped: $(<"$scratch/out")"
  lab vm stop h1 stopped
  ends_with 1 "" lab vm check
  ! grep -q stopped "$scratch/out" || fail "expects a guest that was stopped: $(<"$scratch/out")"
  lab vm xml good | sed 's/<name>good/<name>good2/' >"$LAB_HOME/hosts/h2/run/double.xml"
  lab exec h2 virsh -q create /run/double.xml # says on h2 what 'good' said on h1
  eventually grep -q 'tick=' "$LAB_HOME/hosts/h2/serial/good.log"
  ends_with 1 "" lab vm check --json good
  grep -q 'lines said twice' "$scratch/out" || fail "double: $(<"$scratch/out")"
}

check_fails_when_a_libvirtd_does_not_answer() {
  lab up --hosts 2
  lab vm start h1 g1
  eventually lab vm check >/dev/null
  # shellcheck disable=SC2016 # for the shell inside
  lab exec h2 sh -c 'kill -STOP "$(cat /run/libvirtd.pid)"'
  ends_with 1 "libvirtd of h2 does not answer" lab vm check
  grep -q '^ok .*g1' "$scratch/out" || fail "g1: $(<"$scratch/out")"
  lab status --json | grep -q '"state":"no-libvirt"' || fail "status: $(lab status)"
}
