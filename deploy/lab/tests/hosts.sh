# shellcheck shell=bash disable=SC2154 # here and scratch are selftest's
# Hosts and their libvirtd, broken and mended; commands on them; their wires.

output_ends_when_the_command_ends() {
  local out
  out=$(timeout 20 "$here/lab" up --hosts 2 2>&1) || fail "held open: $out"
  lab host kill h2
  out=$(timeout 20 "$here/lab" host start h2 2>&1) || fail "held open: $out"
  lab host kill-libvirtd h1
  out=$(timeout 20 "$here/lab" host start-libvirtd h1 2>&1) || fail "held open: $out"
  out=$(timeout 20 "$here/lab" vm start h1 g1 2>&1) || fail "held open: $out"
}

a_host_whose_process_1_is_killed_is_off_and_up_makes_the_lab_anew() {
  lab up --hosts 2
  kill -KILL "$(host_pid h2)"
  all_on 1
  ends_with 1 "h2 is off" lab exec h2 true
  lab up --hosts 2
  all_on 2
}

up_starts_a_libvirtd_that_died() {
  lab up --hosts 2
  lab host kill-libvirtd h1
  all_on 1
  ends_with 1 "is not running" lab host kill-libvirtd h1
  lab up --hosts 2
  all_on 2
}

a_host_goes_off_with_all_that_runs_on_it_and_on_again() {
  local agent
  lab up --hosts 2
  lab run h1 sleep 1000 &
  agent=$!
  lab host kill h1
  ! wait "$agent" 2>/dev/null || fail "the process on h1 went on"
  all_on 1
  lab host start h1
  all_on 2
}

run_becomes_the_command() {
  local pid status=0
  lab up --hosts 1
  # shellcheck disable=SC2016 # for the shell inside
  "$here/lab" run h1 sh -c 'echo $$ $(hostname) $LAB_HOST $LAB_DATA_IP >"$0"; exec sleep 1000' "$scratch/said" &
  pid=$!
  eventually test -s "$scratch/said"
  [[ $(<"$scratch/said") == "$pid h1 h1 $LAB_DATA_NET.1.1" ]] || fail "said: $(<"$scratch/said"), pid $pid"
  kill -TERM "$pid"
  wait "$pid" || status=$?
  ((status == 143)) || fail "status $status"
  ends_with 7 "" lab run c1 sh -c 'exit 7'
  ends_with 7 "" lab exec h1 sh -c 'exit 7'
  lab run h1 getent hosts machine c1 h1-mgmt >/dev/null || fail "names are missing"
}

exec_that_is_ended_ends_its_command() {
  lab up --hosts 1
  # shellcheck disable=SC2016 # for the shell inside
  "$here/lab" exec h1 sh -c 'echo $$ >/run/said && exec sleep 1000' &
  eventually test -s "$LAB_HOME/hosts/h1/run/said"
  kill -KILL $!
  # shellcheck disable=SC2016
  eventually lab exec h1 sh -c '! test -d "/proc/$(cat /run/said)"'
}

reaches() { lab run "$1" timeout 2 bash -c "exec 3<>/dev/tcp/$2/16509" 2>/dev/null; } # reaches HOST ADDRESS
vanish() { # vanish HOST ADDRESS: packets go there without an answer, not even a refusal
  local status=0
  reaches "$1" "$2" || status=$?
  ((status == 124)) # of timeout
}
a_cut_parts_two_hosts_until_it_is_healed() {
  lab up --hosts 3 --racks 3
  reaches h1 "$LAB_DATA_NET.2.2" || fail "h1 does not reach h2"
  lab net cut h1 r2 --net data
  ! reaches h1 "$LAB_DATA_NET.2.2" || fail "the data network is not cut"
  reaches h1 "$LAB_MGMT_NET.0.2" || fail "the management network is cut too"
  reaches h1 "$LAB_DATA_NET.3.3" || fail "h3 is cut off too"
  lab net heal h1 h2
  reaches h1 "$LAB_DATA_NET.2.2" || fail "not healed"
  ! vanish h3 "$LAB_MGMT_NET.255.254" || fail "h3 does not reach this machine"
  lab net cut h3 machine
  vanish h3 "$LAB_MGMT_NET.255.254" || fail "this machine is not cut off"
  lab net heal
  ! vanish h3 "$LAB_MGMT_NET.255.254" || fail "this machine is still cut off"
  lab net rate r1 50
  [[ $(lab net show) =~ r1\>\ +50Mbit ]] || fail "the rate is not shown: $(lab net show)"
}
