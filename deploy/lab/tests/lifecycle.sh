# shellcheck shell=bash disable=SC2154 # here and scratch are selftest's
# Up, down and leftovers, also when they are killed half-way.

up_again_with_the_same_settings_changes_nothing() {
  local pid
  lab up --hosts 2
  pid=$(host_pid h1)
  ends_with 0 "already up" lab up --hosts 2
  [[ $(host_pid h1) == "$pid" ]] || fail "h1 was started anew"
}

up_with_other_settings_is_refused_and_names_the_cure() {
  lab up --hosts 2
  ends_with 1 "run 'lab down' first" lab up --hosts 3
  all_on 2
}

up_that_is_killed_anywhere_is_mended_by_the_next_up() {
  local ms=50
  while killed_up "$ms" ''; do # ever later, until it is too late
    lab up --hosts 3
    all_on 3
    lab down
    killed_up "$ms" - || break # with all its children
    lab down
    all_gone
    ((ms += 210))
  done
  ((ms >= 300)) || fail "up takes less than $ms ms?"
}
killed_up() { # killed_up MS GROUP: kills an up after MS, and with GROUP '-' its process group; false if it had ended
  setsid "$here/lab" up --hosts 3 8>&- &
  sleep "$(printf %d.%03d $(($1 / 1000)) $(($1 % 1000)))"
  if kill -KILL -- "$2$!" 2>/dev/null; then
    wait $! 2>/dev/null || true
  else
    wait $!
    return 1
  fi
}

up_that_is_told_to_stop_cleans_up() {
  local status=0
  "$here/lab" up --hosts 3 2>"$scratch/err" 8>&- &
  sleep 0.3
  kill -TERM $!
  wait $! || status=$?
  ((status == 143)) || fail "status $status: $(<"$scratch/err")"
  all_gone
}

up_that_fails_cleans_up() {
  local image=${LAB_IMAGE:-/var/tmp/drover-lab/image}
  mkdir -p "$scratch/image/rootfs" # stamped as complete, but empty: no host can start
  cp "$image/guest.elf" "$image/guest.recipe" "$scratch/image/"
  cp "$image/rootfs/.complete" "$scratch/image/rootfs/"
  LAB_IMAGE=$scratch/image ends_with 1 "cleaning up" lab up --hosts 2
  all_gone
}

two_ups_at_once_make_one_lab() {
  local first second
  lab up --hosts 2 &
  first=$!
  lab up --hosts 2 &
  second=$!
  wait "$first"
  wait "$second"
  all_on 2
}

down_ends_what_runs_in_the_lab_and_nothing_else() {
  local inside outside
  lab up --hosts 2
  lab run c1 sleep 1000 &
  inside=$!
  sleep 1000 &
  outside=$!
  lab down
  kill -0 "$outside" || fail "ended what is not the lab's"
  kill "$outside"
  wait "$outside" 2>/dev/null || true
  ! wait "$inside" 2>/dev/null || fail "a process of the lab went on"
  all_gone
  lab down
}

down_removes_hosts_whose_namespace_has_lost_its_name() {
  lab up --hosts 2
  ip netns del "$LAB_NAME-h2"
  grep -q "libvirtd.* of a host" <(lab leftovers || true) || fail "not found"
  lab down
  all_gone
}

leftovers_names_what_there_is() {
  lab up --hosts 1
  ends_with 1 "" lab leftovers
  grep -q "process .*libvirtd.* in $LAB_NAME-h1" "$scratch/out" || fail "no libvirtd"
  grep -q "namespace $LAB_NAME-fabric" "$scratch/out" || fail "no namespace"
  grep -q "link $LAB_NAME-ctl" "$scratch/out" || fail "no link"
}
