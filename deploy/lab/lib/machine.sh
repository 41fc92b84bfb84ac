# shellcheck shell=bash
# What this machine must offer: tools (lab prepare installs them) and kernel features.

readonly TOOLS=(ip:iproute2 tc:iproute2 iptables:iptables nsenter:util-linux unshare:util-linux setpriv:util-linux
  setsid:util-linux flock:util-linux awk:mawk)
readonly BUILD_TOOLS=(debootstrap:debootstrap gcc:gcc)
readonly LIBVIRT_CLIENT=libvirt0 # for a JVM outside that talks to the hosts' sockets

has_libvirt_client() { ldconfig -p | grep -q 'libvirt\.so\.0 '; }

missing_packages() { # the packages of absent tools, one a line
  local tool
  for tool in "${TOOLS[@]}" "${BUILD_TOOLS[@]}"; do
    command -v "${tool%%:*}" >/dev/null || echo "${tool#*:}"
  done | sort -u
  has_libvirt_client || echo "$LIBVIRT_CLIENT"
}

install_packages() {
  local missing
  mapfile -t missing < <(missing_packages)
  if ((!${#missing[@]})); then say "packages: all there"; return; fi
  command -v apt-get >/dev/null ||
    cannot_run "apt-get is missing; install by other means what gives these: ${missing[*]}"
  say "packages: installing ${missing[*]}"
  apt_get update -q || die "apt-get update failed: check this machine's package sources"
  # a run that was killed may have left dpkg half-way
  apt_get install -y -q --no-install-recommends "${missing[@]}" ||
    { dpkg --configure -a </dev/null && apt_get install -y -q --no-install-recommends "${missing[@]}"; } ||
    die "apt-get install failed: ${missing[*]}"
  mapfile -t missing < <(missing_packages)
  ((!${#missing[@]})) || die "still missing after the installation: ${missing[*]}"
}
apt_get() { DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2; }

need_processor() {
  [[ $(uname -m) == x86_64 ]] || cannot_run "the guests are x86 code: use an x86_64 machine, this is $(uname -m)"
}
need_tools() {
  local tool
  for tool in "${TOOLS[@]}"; do
    command -v "${tool%%:*}" >/dev/null || cannot_run "${tool%%:*} is missing: run 'lab prepare'"
  done
}

need_kernel() { # tries each feature once, where it leaves nothing behind
  local answer
  answer=$(unshare --mount --uts --ipc --net --pid --fork true 2>&1) ||
    cannot_run "no new namespaces here: run as full root, in a container as a privileged one (${answer#*: })"
  feature "virtual ethernet" "modprobe veth" "ip link add probe0 type veth peer name probe1"
  feature "network bridges" "modprobe bridge" "ip link add probe0 type bridge"
  feature "rate limits (tbf)" "modprobe sch_tbf" \
    "ip link add probe0 type bridge && tc qdisc add dev probe0 root tbf rate 1mbit burst 131072 latency 50ms"
  feature "packet filters" "modprobe nf_tables, or iptables-legacy" "iptables -w -A INPUT \
    -p tcp -m comment --comment x -m multiport --ports 1 -j REJECT --reject-with tcp-reset"
  need_overlay
}
feature() { # feature WHAT CURE COMMAND
  local answer
  answer=$(unshare --net sh -c "$3" 2>&1) || cannot_run "this kernel has no $1: $2 (${answer%%$'\n'*})"
}
need_overlay() {
  mkdir -p "$LAB_HOME"
  local d good=1
  d=$(mktemp -d "$LAB_HOME/probe.XXXXXX")
  mkdir "$d"/{lower,upper,work,root}
  unshare --mount mount -t overlay overlay \
    -o "lowerdir=$d/lower,upperdir=$d/upper,workdir=$d/work" "$d/root" 2>/dev/null || good=0
  rm -rf --one-file-system "$d"
  ((good)) ||
    cannot_run "no overlayfs over $LAB_HOME: 'modprobe overlay', or set LAB_HOME to a directory on ext4 or xfs"
}
