# shellcheck shell=bash
# Guests: their definition, start and stop, and what they said on their serial ports.

readonly GUEST_ARGUMENTS="dirty_mb dirty_rate rate2 on_s off_s fill_mb text verify_rate hz catchup_ms disk_mb disk_kbps"

guest_name() {
  [[ $1 =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$ ]] ||
    usage_error "a guest's name is 1 to 40 letters, digits, '.', '_' or '-', not '$1'"
}
vm_options() { # sets memory, disk_mb, disk_base, transient, line (the guest's arguments)
  memory=32 disk_mb=0 disk_base='' transient='' line=''
  while (($#)); do
    case $1 in
      --transient) transient=1; shift; continue ;;
      --memory | --disk-mb | --disk-base | --dirty-mb | --dirty-rate | --fill-mb | --arg) argument_of "$1" $# ;;
      *) usage_error "vm does not know '$1'" ;;
    esac
    case $1 in
      --memory) number "$1" "$2" 8 65536; memory=$2 ;;
      --disk-mb) number "$1" "$2" 0 65536; disk_mb=$2; guest_argument "$1" "disk_mb=$2" ;;
      --disk-base)
        [[ $2 =~ ^/[A-Za-z0-9/._-]+$ ]] || usage_error "--disk-base needs the path of a raw image on the host, not '$2'"
        disk_base=$2
        ;;
      --arg) guest_argument "$1" "$2" ;;
      *) local key=${1#--}; guest_argument "$1" "${key//-/_}=$2" ;;
    esac
    shift 2
  done
}
guest_argument() { # guest_argument OPTION KEY=VALUE
  [[ $2 == *=* && " $GUEST_ARGUMENTS " == *" ${2%%=*} "* ]] ||
    usage_error "$1 needs KEY=VALUE with one of these keys: $GUEST_ARGUMENTS"
  number "$1 ${2%%=*}" "${2#*=}" 0 1000000
  line+=" $2"
}

vm_xml() { # vm_xml NAME, after vm_options
  local disk=''
  if ((disk_mb)); then
    disk="<disk type='file' device='disk'><driver name='qemu' type='qcow2' cache='none'/>
      <source file='/lab/disks/$1.qcow2'/><target dev='hda' bus='ide'/></disk>"
  fi
  cat <<XML
<domain type='qemu'>
  <name>$1</name>
  <memory unit='MiB'>$memory</memory>
  <vcpu>1</vcpu>
  <os>
    <type arch='x86_64' machine='pc-i440fx-10.0'>hvm</type>
    <kernel>/lab/image/guest.elf</kernel>
    <cmdline>name=$1$line</cmdline>
  </os>
  <features><acpi/><tcg><tb-cache unit='MiB'>16</tb-cache></tcg></features>
  <cpu mode='custom' match='exact' check='none'><model fallback='allow'>qemu64</model></cpu>
  <clock offset='utc'><timer name='hpet' present='yes'/></clock>
  <on_poweroff>destroy</on_poweroff><on_reboot>destroy</on_reboot><on_crash>destroy</on_crash>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    $disk
    <controller type='usb' model='none'/>
    <serial type='file'><source path='/lab/serial/$1.log' append='on'/></serial>
    <memballoon model='none'/>
  </devices>
</domain>
XML
}
vm_xml_command() {
  (($#)) || arguments 0 1 1 "vm xml NAME [OPTIONS]"
  local memory disk_mb disk_base transient line
  guest_name "$1"
  vm_options "${@:2}"
  vm_xml "$1"
}

vm_start() {
  (($# >= 2)) || arguments $# 2 2 "vm start HOST NAME [OPTIONS]"
  local h=$1 name=$2 other file memory disk_mb disk_base transient line
  guest_name "$name"
  vm_options "${@:3}"
  need_alive "$h"
  for other in $(all_hosts); do need_no_guest "$other" "$name"; done
  rm -f "$HOST_DIRS"/*/serial/"$name.log" # vm check reads all of them
  file=/run/lab-$name.xml
  vm_xml "$name" >"$HOST_DIRS/$h$file"
  if ((disk_mb)); then inside "$h" qemu-img create -q -f qcow2 ${disk_base:+-F raw -b "$disk_base"} \
    "/lab/disks/$name.qcow2" "${disk_mb}M"; fi
  if [[ -n $transient ]]; then
    inside "$h" virsh -q create "$file" >/dev/null
  else
    inside "$h" virsh -q "define $file; start $name" >/dev/null
  fi
  rm -f "$HOST_DIRS/$h$file"
  touch "$STARTED/$name"
}
need_no_guest() { # need_no_guest HOST NAME: libvirt's own files tell it, also for a host that is off
  if [[ -e $HOST_DIRS/$1/run/libvirt/qemu/$2.xml || -e $HOST_DIRS/$1/upper/etc/libvirt/qemu/$2.xml ]]; then
    die "$1 has a guest '$2' already: run 'lab vm stop $1 $2' first"
  fi
}
vm_stop() { # gone from the host, whatever state it was in; fails if it was not there
  arguments $# 2 2 "vm stop HOST NAME"
  guest_name "$2"
  ask "$1" domstate "$2" >/dev/null || die "guest '$2' cannot be stopped on $1"
  ask "$1" destroy "$2" >/dev/null 2>&1 || true
  ask "$1" undefine "$2" >/dev/null 2>&1 || true
  rm -f "$STARTED/$2"
}

guests_of() { # guests_of HOST: a line each: name, then the state, which may be two words
  ask "$1" list --all | awk '{name = $2; sub(/^ *[^ ]+ +[^ ]+ +/, ""); sub(/ +$/, ""); print name, $0}'
}
guest_places() { # a line for each guest of each host that is on: host, name, state; fails if one does not answer
  local h lines missing=0
  for h in $(all_hosts); do
    alive "$h" || continue
    if ! lines=$(guests_of "$h" 2>/dev/null); then
      say "libvirtd of $h does not answer: its guests are not listed"
      missing=1
    fi
    awk -v h="$h" 'NF {print h, $0}' <<<"$lines"
  done
  return "$missing"
}
vm_list() {
  local h name state said
  arguments $# 0 0 "vm list"
  guest_places | while read -r h name state; do
    said=$(tail -n 1 "$HOST_DIRS/$h/serial/$name.log" 2>/dev/null || true)
    printf '%-4s %-12s %-12s %s\n' "$h" "$name" "$state" "$said"
  done
}
serial_lines() { # serial_lines NAME: what it said, each line after its host's name
  local h
  for h in $(all_hosts); do
    if [[ -e $HOST_DIRS/$h/serial/$1.log ]]; then sed "s/^/$h /" "$HOST_DIRS/$h/serial/$1.log"; fi
  done
}
vm_log() {
  arguments $# 1 1 "vm log NAME"
  guest_name "$1"
  local lines
  lines=$(serial_lines "$1")
  [[ -n $lines ]] || die "no guest '$1' has said anything on any host"
  printf '%s\n' "$lines"
}
