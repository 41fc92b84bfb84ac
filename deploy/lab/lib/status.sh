# shellcheck shell=bash
# What there is, for people and for programs. Fails when the lab is down.

status() {
  case ${1:-} in
    '') status_text ;;
    --json) status_json ;;
    *) usage_error "status does not know '$1'" ;;
  esac
}

lab_state() { # up, partial (an interrupted up or down), or down
  if [[ ! -e /run/netns/$FABRIC ]]; then
    echo down
  elif [[ $(setting complete) == yes && $(setting name) == "$LAB_NAME" ]]; then
    echo up
  else
    echo partial
  fi
}
examine_host() { # sets state (on, no-libvirt, off) and guests (their lines)
  state=off guests=''
  if alive "$1"; then
    state=on
    guests=$(guests_of "$1" 2>/dev/null) || state=no-libvirt guests=''
  fi
}

status_text() {
  local h state guests lab
  lab=$(lab_state)
  [[ $lab == up ]] || die "the lab is $lab"
  need_lab
  grep -v '^complete=' "$PROPERTIES"
  printf '%-5s %-5s %-15s %-15s %-10s %-7s %s\n' host rack data mgmt state guests uri
  for h in $(all_hosts); do
    examine_host "$h"
    printf '%-5s %-5s %-15s %-15s %-10s %-7s %s\n' "$h" "$(of "$h" rack)" "$(of "$h" data_ip)" "$(of "$h" mgmt_ip)" \
      "$state" "$(active "$guests" | wc -l)" "$(of "$h" uri)"
  done
}

status_json() {
  local lab
  lab=$(lab_state)
  printf '{"name":%s,"state":"%s","home":%s' "$(json "$LAB_NAME")" "$lab" "$(json "$LAB_HOME")"
  if [[ $lab == up ]]; then
    need_lab
    printf ',"machineIp":"%s","racks":%d,"nicMbit":%d,"uplinkMbit":%d' \
      "$(setting machine_ip)" "$(setting racks)" "$(setting nic_mbit)" "$(setting uplink_mbit)"
    printf ',"controls":[%s],"hosts":[%s]}\n' "$(controls_json)" "$(hosts_json)"
  else
    printf ',"controls":[],"hosts":[]}\n'
    return "$EXIT_FAILED"
  fi
}
controls_json() {
  local c
  for c in $(all_controls); do printf '{"name":"%s","mgmtIp":"%s"}\n' "$c" "$(control_ip "$c")"; done | paste -sd ,
}
hosts_json() {
  local h state guests
  for h in $(all_hosts); do
    examine_host "$h"
    printf '{"name":"%s","rack":"%s","dataIp":"%s","mgmtIp":"%s","uuid":"%s",' \
      "$h" "$(of "$h" rack)" "$(of "$h" data_ip)" "$(of "$h" mgmt_ip)" "$(of "$h" uuid)"
    printf '"libvirtUri":"%s","migrateUri":"%s","state":"%s","guests":[%s]}\n' \
      "$(of "$h" uri)" "$(of "$h" migrate_uri)" "$state" "$(guests_json "$guests")"
  done | paste -sd ,
}
guests_json() { # guests_json LINES: of guests_of
  local name state
  [[ -n $1 ]] || return 0
  while read -r name state; do
    printf '{"name":%s,"state":"%s"}\n' "$(json "$name")" "$state"
  done <<<"$1" | paste -sd ,
}
