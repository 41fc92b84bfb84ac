# shellcheck shell=bash
# The fabric: one namespace with all switches. Each rack is a bridge; its uplink joins it to the core bridge. Each
# host has a cable to its rack (data0) and one to the management bridge (mgmt0), as has each control namespace.
# Both directions of a link are shaped at the sending end.

machine_ip() { echo "$LAB_MGMT_NET.255.254"; }
control_ip() { echo "$LAB_MGMT_NET.1.${1#c}"; }

need_free_network() { # nothing else on this machine may use the management network's addresses
  local taken
  taken=$(ip -4 route show root "$LAB_MGMT_NET.0.0/16" | head -n 1)
  [[ -z $taken ]] ||
    die "the network $LAB_MGMT_NET.0.0/16 is in use here already (${taken%% }): set LAB_MGMT_NET to another"
  ! ip link show "$CONTROL_LINK" >/dev/null 2>&1 ||
    die "a link named $CONTROL_LINK exists that is not this lab's: set LAB_NAME to another"
}

bridge() { ip -n "$FABRIC" link add "$1" type bridge; ip -n "$FABRIC" link set "$1" up; }
node() { # node NAMESPACE: with only a loopback
  ip netns add "$1"
  ip -n "$1" link set lo up
}
plug() { # plug NAMESPACE DEVICE BRIDGE PORT ADDRESS: a cable from a namespace to a bridge of the fabric
  ip -n "$FABRIC" link add "$4" type veth peer name "$2" netns "$1"
  ip -n "$FABRIC" link set "$4" master "$3" up
  ip -n "$1" addr add "$5/16" dev "$2"
  ip -n "$1" link set "$2" up
}

fabric_up() { # fabric_up RACKS UPLINK_MBIT
  local r
  node "$FABRIC"
  bridge mgmt
  bridge core
  for r in $(numbered r "$1"); do
    bridge "rack-$r"
    ip -n "$FABRIC" link add "up-$r" type veth peer name "core-$r"
    ip -n "$FABRIC" link set "up-$r" master "rack-$r" up
    ip -n "$FABRIC" link set "core-$r" master core up
    rate "$r" "$2"
  done
  ip link add "$CONTROL_LINK" type veth peer name machine netns "$FABRIC"
  ip -n "$FABRIC" link set machine master mgmt up
  ip addr add "$(machine_ip)/16" dev "$CONTROL_LINK"
  ip link set "$CONTROL_LINK" up
}
control_up() {
  node "$(namespace_of "$1")"
  plug "$(namespace_of "$1")" mgmt0 mgmt "$1" "$(control_ip "$1")"
}
host_network_up() { # host_network_up HOST NIC_MBIT
  local ns
  ns=$(namespace_of "$1")
  node "$ns"
  plug "$ns" data0 "rack-$(of "$1" rack)" "$1" "$(of "$1" data_ip)"
  plug "$ns" mgmt0 mgmt "m-$1" "$(of "$1" mgmt_ip)"
  rate "$1" "$2"
}

link_ends() { # link_ends HOST|RACK: the two devices that send on its link: name, namespace, device
  if [[ $1 == r* ]]; then
    printf '%s\n' "$1> $FABRIC up-$1" ">$1 $FABRIC core-$1"
  else
    printf '%s\n' "$1> $(namespace_of "$1") data0" ">$1 $FABRIC $1"
  fi
}
rate() { # rate HOST|RACK MBIT: both directions; 0 is unlimited
  local ns device burst=$(($2 * 1250)) # 10 ms of traffic
  ((burst >= 131072)) || burst=131072 # less than two packets of 64 KiB would stall a link
  while read -r _ ns device; do
    if (($2)); then
      tc -n "$ns" qdisc replace dev "$device" root tbf rate "${2}mbit" burst "$burst" latency 50ms ||
        die "cannot set the rate of $device in $ns"
    else
      tc -n "$ns" qdisc del dev "$device" root 2>/dev/null || true
    fi
  done < <(link_ends "$1")
}

net_rate() {
  arguments $# 2 2 "net rate HOST|RACK MBIT"
  number MBIT "$2" 0 100000
  if [[ $1 == r* ]]; then need_rack "$1"; else need_host "$1"; fi
  rate "$1" "$2"
}
net_show() { # a line for each direction of each link
  local node name ns device
  for node in $(all_hosts) $(all_racks); do
    while read -r name ns device; do
      tc -n "$ns" -s qdisc show dev "$device" | awk -v name="$name" '
        /^qdisc/ {for (i = 1; i < NF; i++) if ($i == "rate") rate = $(i + 1)}
        / Sent / {printf "%-8s %-10s %14d bytes %8d drops\n", name, rate ? rate : "-", $2, $7}'
    done < <(link_ends "$node")
  done
}
