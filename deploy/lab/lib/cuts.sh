# shellcheck shell=bash
# Broken wires: packets between two nodes are dropped at the receiver, by rules of iptables in its namespace. This
# machine has no namespace of its own, so what is sent to it is dropped at the sender. A rule's comment names its cut.

members() { # a rack's hosts, or the node itself
  local h
  case $1 in
    r*) need_rack "$1"; for h in $(all_hosts); do [[ $(of "$h" rack) != "$1" ]] || echo "$h"; done ;;
    h*) need_host "$1"; echo "$1" ;;
    c*) need_control "$1"; echo "$1" ;;
    machine) echo machine ;;
    *) usage_error "'$1' is not a host, a control, a rack or 'machine'" ;;
  esac
}
need_control() {
  if [[ ! $1 =~ ^c[1-9][0-9]*$ ]] || ((${1#c} > $(setting controls))); then
    die "no such control: '$1' (this lab has $(setting controls))"
  fi
}
addresses() { # addresses NODE data|mgmt|all: only hosts are on the data network
  if [[ $1 == h* && $2 != mgmt ]]; then of "$1" data_ip; fi
  if [[ $2 == data ]]; then return; fi
  case $1 in
    machine) machine_ip ;;
    c*) control_ip "$1" ;;
    *) of "$1" mgmt_ip ;;
  esac
}

net_cut() {
  (($# >= 2)) || arguments $# 2 9 "net cut A B [--one-way] [--net data|mgmt|all] [--port FIRST[:LAST]] [--reset]"
  local from to one_way='' net=all port='' reset='' x y
  from=$(members "$1")
  to=$(members "$2")
  cut_options "${@:3}"
  [[ $net != data || "$from$to" != *[cm]* ]] || die "$1 and $2 do not share the data network: nothing to cut"
  for x in $from; do
    for y in $to; do
      [[ $x != "$y" ]] || continue
      drop "$x" "$y"
      [[ -n $one_way ]] || drop "$y" "$x"
    done
  done
}
cut_options() { # sets net_cut's one_way, net, port, reset
  while (($#)); do
    case $1 in
      --one-way) one_way=1 ;;
      --reset) reset=1 ;;
      --net) argument_of "$1" $#; net=$2; shift ;;
      --port) argument_of "$1" $#; port=$2; shift ;;
      *) usage_error "net cut does not know '$1'" ;;
    esac
    shift
  done
  [[ $net =~ ^(data|mgmt|all)$ ]] || usage_error "--net must be data, mgmt or all, not '$net'"
  [[ $port =~ ^([0-9]{1,5}(:[0-9]{1,5})?)?$ ]] || usage_error "--port must be a port or FIRST:LAST, not '$port'"
}
drop() { # drop FROM TO: one way, as net_cut's options say
  local chain=INPUT at=$2 match=-s of=$1 ip rule tcp
  if [[ $2 == machine ]]; then chain=OUTPUT at=$1 match=-d of=$2; fi
  for ip in $(addresses "$of" "$net"); do
    rule=(filter "$at" -A "$chain" "$match" "$ip" -m comment --comment "cut-$1-$2")
    tcp=(-p tcp)
    [[ -z $port ]] || tcp+=(-m multiport --ports "$port")
    if [[ -n $reset ]]; then # the resets themselves must get through
      "${rule[@]}" "${tcp[@]}" --tcp-flags RST RST -j ACCEPT
      "${rule[@]}" "${tcp[@]}" -j REJECT --reject-with tcp-reset
    fi
    if [[ -z $port ]]; then
      "${rule[@]}" -j DROP
    elif [[ -z $reset ]]; then
      "${rule[@]}" "${tcp[@]}" -j DROP
    fi
  done
}
filter() { # filter NODE IPTABLES-ARGUMENTS...
  ip netns exec "$(namespace_of "$1")" iptables -w "${@:2}" || return "$EXIT_FAILED"
}

net_heal() {
  local x y n
  if (($# == 0)); then
    for n in $(all_hosts) $(all_controls); do undrop "$n" 'cut-.*'; done
    return
  fi
  arguments $# 2 2 "net heal [A B]"
  local from to
  from=$(members "$1")
  to=$(members "$2")
  for x in $from; do
    for y in $to; do
      for n in "$x" "$y"; do
        [[ $n == machine ]] || undrop "$n" "cut-($x-$y|$y-$x)"
      done
    done
  done
}
undrop() { # undrop NODE PATTERN: delete the rules of matching cuts
  local line rule
  while read -r line; do
    read -ra rule <<<"${line//\"/}"
    filter "$1" -D "${rule[@]:1}"
  done < <(filter "$1" -S | grep -E -- "^-A .*--comment \"?$2\"? ")
}
