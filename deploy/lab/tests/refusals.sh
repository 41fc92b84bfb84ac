# shellcheck shell=bash disable=SC2154 # here and scratch are selftest's
# What it must not do: disturb another lab, start where it cannot run, guess what was meant.

two_labs_run_side_by_side() {
  lab up --hosts 1
  other up --hosts 1
  other down
  all_on 1
  [[ -z $(other leftovers) ]] || fail "left over: $(other leftovers)"
}

a_lab_that_would_disturb_another_is_refused() {
  lab up --hosts 1
  LAB_HOME=$LAB_HOME-2 ends_with 1 "set LAB_NAME to another" lab up
  LAB_HOME=$LAB_HOME-2 ends_with 1 "set LAB_NAME to another" lab down
  LAB_NAME=selftest-2 ends_with 1 "set LAB_NAME=selftest" lab up
  LAB_NAME=selftest-2 LAB_HOME=$LAB_HOME-2 ends_with 1 "set LAB_MGMT_NET to another" lab up
  all_on 1
}

a_machine_that_cannot_run_it_is_told_why() {
  # shellcheck disable=SC2016 # for the shell inside; from /mnt, as nobody but root may enter where a clone can stand
  ends_with 3 "must run as root" unshare --mount sh -c '
    mount --bind "$0" /mnt && exec setpriv --reuid 65534 --clear-groups bash /mnt/lab up' "$here"
  LAB_IMAGE=$scratch/none ends_with 3 "run 'lab prepare'" lab up
  ends_with 3 "privileged" setpriv --bounding-set -sys_admin "$here/lab" up
  mkdir "$scratch"/{upper,work,root,programs,programs-work}
  # shellcheck disable=SC2016 # for the shell inside
  ends_with 3 "iptables is missing: run 'lab prepare'" unshare --mount sh -c '
    mount -t overlay overlay -o "lowerdir=/usr/sbin,upperdir=$0/programs,workdir=$0/programs-work" /usr/sbin &&
    rm /usr/sbin/iptables && exec "$1" up' "$scratch" "$here/lab"
  # shellcheck disable=SC2016 # for the shell inside
  ends_with 3 "set LAB_HOME to a directory on ext4 or xfs" unshare --mount sh -c '
    mount -t overlay overlay -o "lowerdir=/usr,upperdir=$0/upper,workdir=$0/work" "$0/root" &&
    LAB_HOME=$0/root exec "$1" up' "$scratch" "$here/lab"
  all_gone
}

wrong_usage_is_told_apart() {
  ends_with 2 "no such command: lab fly" lab fly
  ends_with 2 "--hosts must be a whole number from 1 to 200, not 'many'" lab up --hosts many
  ends_with 2 "--racks 3 is more than --hosts 2" lab up --hosts 2 --racks 3
  ends_with 2 "--nic-mbit needs a value" lab up --nic-mbit
  LAB_NAME=Not/Good ends_with 2 "LAB_NAME must be" lab status
  ends_with 2 "one of these keys" lab vm xml g1 --arg dirt=1
  ends_with 1 "the lab is down" lab status
  ends_with 1 "run 'lab up'" lab vm list
  lab up --hosts 1
  ends_with 1 "no such host: 'h2' (this lab has h1 to h1)" lab exec h2 true
  ends_with 1 "no such rack: 'r2'" lab net rate r2 100
  ends_with 2 "'x1' is not a host" lab net cut x1 h1
}
