# shellcheck shell=bash
# Does each guest run once, in one place, with intact memory? The evidence is libvirt's list and the serial logs.

vm_check() { # fails if any guest is not fine
  local as_json=0 names=() places name separator='' bad=0
  while (($#)); do
    case $1 in
      --json) as_json=1 ;;
      -*) usage_error "vm check does not know '$1'" ;;
      *) guest_name "$1"; names+=("$1") ;;
    esac
    shift
  done
  places=$(guest_places) || bad=1
  if ((!${#names[@]})); then mapfile -t names < <(expected_guests); fi
  ((!as_json)) || printf '['
  for name in "${names[@]}"; do
    ((!as_json)) || printf '%s' "$separator"
    separator=,
    verdict "$name" || bad=1
  done
  ((!as_json)) || printf ']\n'
  return "$bad"
}
active() { # the lines of guest_places PLACES but those of mere definitions
  [[ -z $1 ]] || grep -v ' shut off$' <<<"$1" || true
}
expected_guests() { # all that were started and not stopped, wherever they are now, and all others that run
  { ls "$STARTED"; active "$places" | cut -d ' ' -f 2; } | sort -uV
}
verdict() { # verdict NAME, of vm_check
  local where silent_s
  silent_s=$(silent_seconds "$1")
  where=$(active "$places" | awk -v n="$1" '$2 == n {printf "%s%s:%s", sep, $1, $3; sep = ","}')
  serial_lines "$1" |
    awk -v name="$1" -v where="$where" -v silent_s="$silent_s" -v as_json="$as_json" -f "$LAB_CODE/lib/check.awk"
}
silent_seconds() { # since the guest's last line, on any host
  local newest
  newest=$(stat -c %Y "$HOST_DIRS"/*/serial/"$1.log" 2>/dev/null | sort -n | tail -n 1)
  echo $((EPOCHSECONDS - ${newest:-EPOCHSECONDS}))
}
