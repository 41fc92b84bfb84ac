# shellcheck shell=bash
# The lab as a whole: up, down, and what is left of one.

lab_namespaces() { # by name: they exist exactly as long as their file
  local path name
  for path in /run/netns/"$LAB_NAME"-*; do
    name=${path##*/}
    if [[ -e $path && ${name#"$LAB_NAME"-} =~ ^((h|c)[0-9]+|fabric)$ ]]; then echo "$name"; fi
  done
}
stray_processes() { # of hosts whose namespace lost its name: their root directory gives them away
  local pid
  { grep -lsF "upperdir=$HOST_DIRS/" /proc/[0-9]*/mountinfo || true; } |
    while IFS=/ read -r _ _ pid _; do echo "$pid"; done
}
lab_mounts() { awk -v p="$HOST_DIRS/" 'index($2, p) == 1 {print $2}' /proc/self/mounts | sort -r; }

leftovers() { # a line for each thing there is of this lab
  local ns pid known=' '
  for ns in $(lab_namespaces); do
    for pid in $(ip netns pids "$ns" 2>/dev/null); do
      echo "process $pid ($(cat "/proc/$pid/comm" 2>/dev/null || true)) in $ns"
      known+="$pid "
    done
    echo "namespace $ns"
  done
  for pid in $(stray_processes); do
    [[ $known == *" $pid "* ]] || echo "process $pid ($(cat "/proc/$pid/comm" 2>/dev/null || true)) of a host"
  done
  if ip link show "$CONTROL_LINK" >/dev/null 2>&1; then echo "link $CONTROL_LINK"; fi
  lab_mounts | sed 's/^/mount /'
  if [[ -e $HOST_DIRS ]]; then echo "files $HOST_DIRS"; fi
  if [[ -e $PROPERTIES ]]; then echo "file $PROPERTIES"; fi
}

own_lab() { # takes the lock; refuses to touch a lab of the same name that belongs to another LAB_HOME
  local owner name ns
  lock "$REGISTRY/$LAB_NAME" 60 "lab '$LAB_NAME'"
  owner=$(cat "$REGISTRY/$LAB_NAME")
  if [[ -n $(lab_namespaces) && $owner != "$LAB_HOME" ]]; then
    die "there is a lab '$LAB_NAME' of ${owner:-another program}: set LAB_NAME to another, or LAB_HOME to its home"
  fi
  name=$(setting name)
  if [[ -n $name && $name != "$LAB_NAME" && -e /run/netns/$name-fabric ]]; then
    die "LAB_HOME $LAB_HOME holds the lab '$name': set LAB_NAME=$name, or LAB_HOME to another"
  fi
  for ns in $(lab_namespaces); do
    [[ ! /proc/self/ns/net -ef /run/netns/$ns ]] || die "this command would end itself: run it outside the lab"
  done
}

up() {
  local hosts=4 racks='' nic_mbit=200 uplink_mbit=400 controls=1 wanted
  up_options "$@"
  need_root
  need_processor
  need_tools
  need_image
  own_lab
  wanted=$(wanted_settings)
  if [[ -n $(leftovers) ]]; then
    if up_already; then return; fi
    tear_down
  fi
  need_kernel
  need_free_network
  # runs when a signal ends it, too: bash 5.2 may fail to read a signal's own trap while it is reading a $(...)
  trap 'give_up $?' EXIT
  build
  trap - EXIT
  say "up: $hosts hosts in $racks racks, link rates $nic_mbit Mbit/s a host and $uplink_mbit a rack"
}
up_options() { # sets up's hosts, racks, nic_mbit, uplink_mbit, controls
  while (($#)); do
    case $1 in
      --hosts | --racks | --nic-mbit | --uplink-mbit | --controls) argument_of "$1" $# ;;
      *) usage_error "up does not know '$1'" ;;
    esac
    case $1 in
      --hosts) number "$1" "$2" 1 200; hosts=$2 ;;
      --racks) number "$1" "$2" 1 200; racks=$2 ;;
      --nic-mbit) number "$1" "$2" 0 100000; nic_mbit=$2 ;;
      --uplink-mbit) number "$1" "$2" 0 100000; uplink_mbit=$2 ;;
      --controls) number "$1" "$2" 0 200; controls=$2 ;;
    esac
    shift 2
  done
  [[ -n $racks ]] || racks=$((hosts < 2 ? hosts : 2))
  ((racks <= hosts)) || usage_error "--racks $racks is more than --hosts $hosts: a rack has at least one host"
}
wanted_settings() { # lab.properties, but for its last line
  printf '%s\n' "name=$LAB_NAME" "hosts=$hosts" "racks=$racks" "nic_mbit=$nic_mbit" "uplink_mbit=$uplink_mbit" \
    "controls=$controls" "data_net=$LAB_DATA_NET" "mgmt_net=$LAB_MGMT_NET" "machine_ip=$(machine_ip)" \
    "image=$LAB_IMAGE" "qemu_conf=${LAB_QEMU_CONF//$'\n'/ ; }"
}
up_already() { # true: nothing to do. false: only remains are there. Else ends the command.
  local h dead=() living=0 different
  if [[ $(setting complete) != yes ]]; then say "removing a lab that is only half there"; return 1; fi
  for h in $(all_hosts); do if alive "$h"; then living=1; else dead+=("$h"); fi; done
  different=$(grep -v '^complete=' "$PROPERTIES" | grep -vxF "$wanted" | paste -sd ' ' || true)
  if ((living)) && [[ -n $different ]]; then
    die "the lab is up with other settings (it has $different): run 'lab down' first"
  fi
  if ((${#dead[@]})); then say "removing a lab with dead hosts (${dead[*]})"; return 1; fi
  for h in $(all_hosts); do libvirtd_start "$h"; done
  say "already up with these settings"
}
build() {
  local i h node jobs=()
  rm -rf --one-file-system "$HOST_DIRS"
  mkdir -p "$STARTED"
  echo "$LAB_HOME" >"$REGISTRY/$LAB_NAME"
  echo "$wanted" >"$PROPERTIES"
  fabric_up "$racks" "$uplink_mbit"
  for ((i = 1; i <= hosts; i++)); do describe_host "h$i" "r$(((i - 1) * racks / hosts + 1))"; done
  names >"$HOST_DIRS/names"
  for node in $(all_controls); do control_up "$node"; done
  for h in $(all_hosts); do
    host_network_up "$h" "$nic_mbit"
    configure_host "$h"
    host_start "$h" &
    jobs+=($!)
  done
  for i in "${jobs[@]}"; do wait "$i"; done
  echo complete=yes >>"$PROPERTIES"
}
give_up() { # give_up STATUS: up failed or was told to stop
  trap - EXIT
  trap '' INT TERM HUP
  local job status=$1
  ((status > 128)) || status=$EXIT_FAILED # a failing tool's own status means nothing here
  say "up failed: cleaning up"
  for job in $(jobs -p); do kill "$job" 2>/dev/null || true; done
  tear_down
  exit "$status"
}

down() {
  need_root
  need_tools
  own_lab
  tear_down
}
tear_down() {
  local ns namespaces pids mount
  mapfile -t namespaces < <(lab_namespaces)
  end_processes "${namespaces[@]}"
  pids=$(stray_processes)
  # shellcheck disable=SC2086 # a list of pids
  [[ -z $pids ]] || kill -KILL $pids 2>/dev/null || true
  ip link del "$CONTROL_LINK" 2>/dev/null || true
  for ns in "${namespaces[@]}"; do ip netns del "$ns"; done
  for mount in $(lab_mounts); do umount -l "$mount" || die "cannot unmount $mount"; done
  rm -rf --one-file-system "$HOST_DIRS" "$PROPERTIES" "$LAB_HOME"/probe.*
  rmdir "$LAB_HOME" 2>/dev/null || true # the image may be in it
  : >"$REGISTRY/$LAB_NAME"
}

leftovers_command() {
  local found
  own_lab
  found=$(leftovers)
  [[ -z $found ]] || { printf '%s\n' "$found"; exit "$EXIT_FAILED"; }
}
