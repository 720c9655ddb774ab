# Shared by the scripts of this folder, which source it: a temporary folder, what must be installed, and the verdict.
# shellcheck shell=bash

# A folder of this run alone; it goes when the script ends.
TMP=$(mktemp -d)
trap 'rm -rf "$TMP"' EXIT

# needs_debian NAME VERSION: ends with 2 where the Debian package is not installed; says so where it is another version.
needs_debian() {
  local version
  version=$(dpkg-query -W -f '${Version}' "$1" 2>/dev/null) || version=''
  if [ -z "$version" ]; then
    echo "not tried: the Debian package $1 is not installed (seen with $2)" >&2
    exit 2
  fi
  if [ "$version" = "$2" ]; then
    echo "$1 $version (Debian)"
  else
    echo "$1 $version (Debian), while what is stated was seen with $2"
  fi
}

# needs_npm NAME@VERSION ...: installs packages in the temporary folder; ends with 2 where that cannot be done.
needs_npm() {
  if ! command -v npm >/dev/null; then
    echo 'not tried: there is no npm' >&2
    exit 2
  fi
  if ! npm install --prefix "$TMP" --no-audit --no-fund --ignore-scripts --silent "$@" >"$TMP/npm.log" 2>&1; then
    cat "$TMP/npm.log" >&2
    echo "not tried: npm could not install $*" >&2
    exit 2
  fi
  echo "$* (npm), Node $(node --version)"
}

# verdict SEEN: compares standard input, what is seen now, with what was seen then. Ends with 0 or, if it differs, 1.
verdict() {
  cat >"$TMP/now.txt"
  printf '%s\n' "$1" >"$TMP/then.txt"
  if diff -u --label 'as stated' --label 'seen now' "$TMP/then.txt" "$TMP/now.txt"; then
    cat "$TMP/now.txt"
    echo 'still as stated'
  else
    echo 'changed: it is no longer as stated' >&2
    exit 1
  fi
}
