# shellcheck shell=bash
# Finds a JDK 21 or newer: sourced by the commands beside it. Sets JAVA_HOME, or says what to install and fails.

jdk_version() { # the feature version of the JDK in this folder, 0 if there is none
  local release=$1/release version=''
  [[ -x $1/bin/javac && -r $release ]] && version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
  echo "${version:-0}"
}

find_jdk() {
  local candidate best='' best_version=20
  for candidate in "${JAVA_HOME:-}" "$(on_path)" /usr/lib/jvm/*; do
    if [[ -n $candidate ]] && (($(jdk_version "$candidate") > best_version)); then
      best=$candidate best_version=$(jdk_version "$candidate")
      [[ $candidate != "${JAVA_HOME:-}" ]] || break # what the user chose is good enough
    fi
  done
  if [[ -z $best ]]; then
    echo "$(basename "$0"): no JDK 21 or newer found; install one under /usr/lib/jvm (for example Temurin 25), or set JAVA_HOME" >&2
    return 1
  fi
  export JAVA_HOME=$best
  if ((best_version >= 24)); then # Maven's own libraries; older JDKs do not know the flag
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  fi
}

on_path() { # the home of the javac on PATH
  local javac
  if javac=$(command -v javac); then dirname "$(dirname "$(readlink -f "$javac")")"; fi
}
