# shellcheck shell=bash
# The image all hosts share: a Debian root directory with QEMU and libvirt, and the guests' kernel. It lives in
# LAB_IMAGE and belongs to no lab. Finished pieces are kept, half-made ones made anew, downloads cached.

readonly IMAGE_SUITE=${LAB_SUITE:-trixie} # Debian 13: QEMU 10.0, libvirt 11.3
readonly IMAGE_PACKAGES=(libvirt-daemon libvirt-daemon-common libvirt-daemon-driver-qemu
  libvirt-daemon-driver-interface libvirt-daemon-driver-nodedev libvirt-daemon-driver-storage
  libvirt-clients qemu-system-x86 qemu-utils systemd-standalone-sysusers gnutls-bin iproute2)
readonly GUEST_SOURCE=$LAB_CODE/guest

rootfs_recipe() { echo "$IMAGE_SUITE ${IMAGE_PACKAGES[*]}"; }
guest_recipe() { cat "$GUEST_SOURCE"/guest.{c,ld} | sha256sum; }
made_by() { [[ -e $2 && -e $3 && $("$1") == "$(<"$3")" ]]; } # made_by RECIPE THING STAMP
rootfs_is_current() { made_by rootfs_recipe "$LAB_IMAGE/rootfs" "$LAB_IMAGE/rootfs/.complete"; }
guest_is_current() { made_by guest_recipe "$LAB_IMAGE/guest.elf" "$LAB_IMAGE/guest.recipe"; }

need_image() {
  [[ -e $LAB_IMAGE/rootfs/.complete && -e $LAB_IMAGE/guest.elf ]] ||
    cannot_run "no image in $LAB_IMAGE: run 'lab prepare'"
  if ! rootfs_is_current || ! guest_is_current; then
    cannot_run "the image in $LAB_IMAGE was made by another recipe: run 'lab prepare'"
  fi
}

prepare() {
  need_root
  need_processor
  install_packages
  need_kernel
  mkdir -p "$LAB_IMAGE"
  lock "$LAB_IMAGE/lock" 1800 "$LAB_IMAGE"
  if rootfs_is_current; then say "rootfs: already there"; else build_rootfs; fi
  if guest_is_current; then say "guest: already there"; else build_guest; fi
}

need_unused_image() { # files must not change under running hosts
  ! grep -qsF "lowerdir=$LAB_IMAGE/rootfs," /proc/[0-9]*/mountinfo ||
    die "the image in $LAB_IMAGE must be made anew, but hosts run on it: end their labs first ('lab down')"
}

package_mirror() {
  local codename
  if [[ -n ${LAB_MIRROR:-} ]]; then echo "$LAB_MIRROR"; return; fi
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  # the main suite's, not that of its updates
  # shellcheck disable=SC2016 # for apt to expand
  apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
    awk -v c="$codename" '$1 == c && !found {print $2; found = 1}'
}

build_rootfs() {
  local mirror rootfs=$LAB_IMAGE/rootfs
  mirror=$(package_mirror)
  [[ -n $mirror ]] || die "no Debian mirror found in apt's sources: set LAB_MIRROR to the address of one"
  need_unused_image
  rm -rf --one-file-system "$rootfs.partial" "$rootfs"
  say "rootfs: building $rootfs (about a minute; log: $LAB_IMAGE/build.log)"
  # In namespaces of its own, and dying with this process: a killed build leaves no mount and no process.
  if ! setpriv --pdeathsig KILL \
    unshare --mount --propagation private --pid --mount-proc --fork --kill-child=KILL \
    "$LAB_CODE/lib/build-rootfs" "$rootfs.partial" "$LAB_IMAGE/cache" "$IMAGE_SUITE" "$mirror" "${IMAGE_PACKAGES[@]}" \
    </dev/null >"$LAB_IMAGE/build.log" 2>&1; then
    tail -n 5 "$LAB_IMAGE/build.log" >&2
    die "the build failed, see $LAB_IMAGE/build.log; run 'lab prepare' again: downloads are kept"
  fi
  rootfs_recipe >"$rootfs.partial/.complete"
  mv -T "$rootfs.partial" "$rootfs"
  say "rootfs: done, $(du -sh "$rootfs" | cut -f1), $(tail -n 2 "$LAB_IMAGE/build.log" | tr '\t\n' ' ;')"
}

build_guest() {
  local out=$LAB_IMAGE/guest.elf
  need_unused_image
  rm -f "$LAB_IMAGE/guest.recipe"
  gcc -m32 -O2 -Wall -Wextra -ffreestanding -fno-pic -no-pie -fno-stack-protector -fcf-protection=none \
    -fno-asynchronous-unwind-tables -mno-sse -mno-mmx -mgeneral-regs-only -nostdlib -static \
    -Wl,-n -Wl,--build-id=none -Wl,-z,noexecstack -Wl,--no-warn-rwx-segments \
    -Wl,-T,"$GUEST_SOURCE/guest.ld" -o "$out.partial" "$GUEST_SOURCE/guest.c"
  mv -T "$out.partial" "$out"
  guest_recipe >"$LAB_IMAGE/guest.recipe"
  say "guest: done, $(stat -c %s "$out") bytes"
}
