# shellcheck shell=bash
# A host: a network namespace that stays for the lab's life, and, while it is on, a process tree with the image as
# its root directory (an overlay, so each host has its own files) and libvirtd in it.

readonly QUICK=(timeout --kill-after 1 10) # for questions to a libvirtd that may hang

init_pid() { cat "$HOST_DIRS/$1/run/init.pid" 2>/dev/null; }
alive() { # its process 1 lives: a pid alone could be another process's by now
  local pid
  pid=$(init_pid "$1") || return 1
  [[ /proc/$pid/ns/net -ef /run/netns/$(namespace_of "$1") && ! /proc/$pid/ns/pid -ef /proc/self/ns/pid ]]
}
need_alive() { need_host "$1"; alive "$1" || die "$1 is off: run 'lab host start $1'"; }

describe_host() { # describe_host HOST RACK: its facts, as Java properties
  local n=${1#h} rack=$2 d=$HOST_DIRS/$1
  mkdir -p "$d"
  printf '%s\n' "name=$1" "rack=$rack" \
    "data_ip=$LAB_DATA_NET.${rack#r}.$n" "mgmt_ip=$LAB_MGMT_NET.0.$n" "control_ip=$(machine_ip)" \
    "uuid=$(printf 'd40fe4a0-1ab0-4000-8000-%012x' "$n")" \
    "uri=qemu+unix:///system?socket=$d/run/libvirt/libvirt-sock" \
    "migrate_uri=qemu+tcp://$LAB_DATA_NET.${rack#r}.$n/system" >"$d/host.properties"
}
names() { # the lab's /etc/hosts, after the machine's own
  local n
  cat /etc/hosts
  for n in $(all_hosts); do echo "$(of "$n" data_ip) $n"; done
  for n in $(all_hosts); do echo "$(of "$n" mgmt_ip) $n-mgmt"; done
  for n in $(all_controls); do echo "$(control_ip "$n") $n"; done
  echo "$(machine_ip) machine"
}
configure_host() { # the files of its /etc that differ from the image's
  local d=$HOST_DIRS/$1
  mkdir -p "$d"/{upper/etc/libvirt,work,root,serial,disks,log}
  cat >"$d/upper/etc/libvirt/libvirtd.conf" <<CONF
listen_tls = 0
listen_tcp = 1
auth_tcp = "none"
auth_unix_ro = "none"
auth_unix_rw = "none"
unix_sock_group = "root"
unix_sock_rw_perms = "0777"
host_uuid = "$(of "$1" uuid)"
log_outputs = "3:file:/lab/log/libvirtd.log"
max_clients = 200
max_anonymous_clients = 50
CONF
  cat >"$d/upper/etc/libvirt/qemu.conf" <<CONF
user = "root"
group = "root"
security_driver = "none"
cgroup_controllers = []
namespaces = []
remember_owner = 0
stdio_handler = "file"
migration_address = "0.0.0.0"
migration_host = "$(of "$1" data_ip)"
$LAB_QEMU_CONF
CONF
  echo "$1" >"$d/upper/etc/hostname"
  cp "$HOST_DIRS/names" "$d/upper/etc/hosts"
}

enter() { # enter HOST CMD...: becomes CMD inside the host; ended when this process ends
  local pid
  pid=$(init_pid "$1")
  exec nsenter --target "$pid" --mount --uts --ipc --net --pid --root \
    setpriv --pdeathsig TERM env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    TERM="${TERM:-dumb}" "${@:2}"
}
inside() { need_alive "$1"; (enter "$@"); }
ask() { # ask HOST VIRSH-ARGUMENTS...: never hangs
  need_alive "$1"
  (enter "$1" "${QUICK[@]}" virsh -q "${@:2}" </dev/null) || return "$EXIT_FAILED"
}

run_on() { # run_on HOST|CONTROL CMD...: this process becomes CMD, so its pid, signals and exit status are CMD's
  local node=$1 join variables
  join=(--net="/run/netns/$(namespace_of "$node")")
  if [[ $node == c* ]]; then
    need_control "$node"
    variables=(LAB_HOST="$node" LAB_CONTROL_IP="$(machine_ip)")
  else
    need_alive "$node"
    join+=(--uts="/proc/$(init_pid "$node")/ns/uts")
    variables=(LAB_HOST="$node" LAB_RACK="$(of "$node" rack)" LAB_DATA_IP="$(of "$node" data_ip)"
      LAB_MGMT_IP="$(of "$node" mgmt_ip)" LAB_CONTROL_IP="$(of "$node" control_ip)"
      LIBVIRT_DEFAULT_URI="$(of "$node" uri)")
  fi
  # With its own /etc/hosts: a JVM's getLocalHost() fails where the host's name has no address. The mounts follow
  # this machine's, so that they do not keep a namespace that was removed meanwhile.
  # shellcheck disable=SC2016 # for the shell inside
  exec nsenter "${join[@]}" unshare --mount --propagation slave \
    sh -c 'mount --bind "$0" /etc/hosts && exec env "$@"' "$HOST_DIRS/names" "${variables[@]}" "${@:2}"
}

end_processes() { # end_processes NAMESPACE...: every process on these networks, which are the lab's alone
  local i ns pids
  for ((i = 0; i < 100; i++)); do
    pids=$(for ns; do ip netns pids "$ns" 2>/dev/null || true; done)
    [[ -n $pids ]] || return 0
    # shellcheck disable=SC2086 # a list of pids
    kill -KILL $pids 2>/dev/null || true
    sleep 0.05
  done
  die "these processes do not end: ${pids//$'\n'/ }"
}

host_start() {
  local d=$HOST_DIRS/$1 starter i
  ! alive "$1" || die "$1 is already on"
  end_processes "$(namespace_of "$1")" # what a killed host left on its network
  rm -rf --one-file-system "$d/run"
  mkdir -p "$d/run/lock" "$d/run/libvirt"
  setsid nsenter --net="/run/netns/$(namespace_of "$1")" \
    unshare --mount --uts --ipc --pid --fork --propagation private \
    "$LAB_CODE/lib/host-init" "$1" "$d" "$LAB_IMAGE/rootfs" </dev/null >"$d/log/init.log" 2>&1 9>&- &
  starter=$!
  for ((i = 0; i < 400; i++)); do
    if [[ -e $d/run/init.pid ]] || ! kill -0 "$starter" 2>/dev/null; then break; fi
    sleep 0.05
  done
  alive "$1" || die "$1 did not start: $(end_of "$d/log/init.log")"
  libvirtd_start "$1"
}
host_kill() { end_processes "$(namespace_of "$1")"; } # power off; its disk stays

libvirtd_runs() { # its pid file names a living process of that name
  # shellcheck disable=SC2016 # for the shell inside
  inside "$1" sh -c 'p=$(cat /run/libvirtd.pid) && grep -qx libvirtd "/proc/$p/comm"' 2>/dev/null
}
libvirtd_start() {
  libvirtd_runs "$1" || inside "$1" libvirtd --daemon --listen 9>&- ||
    die "libvirtd of $1 does not start: $(end_of "$HOST_DIRS/$1/log/libvirtd.log")"
}
libvirtd_end() { # libvirtd_end HOST SIGNAL: TERM lets running jobs finish first, KILL is a crash
  libvirtd_runs "$1" || die "libvirtd of $1 is not running"
  # shellcheck disable=SC2016 # for the shell inside
  inside "$1" sh -c 'p=$(cat /run/libvirtd.pid) && kill -s "$0" "$p" &&
    while kill -0 "$p" 2>/dev/null; do sleep 0.05; done' "$2"
}
