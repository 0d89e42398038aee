#!/bin/sh
# SPDX-License-Identifier: MIT
# version.sh HEADER - write the version header, only when the version changed
set -eu
version=$(cat VERSION 2>/dev/null || git describe --tags --match 'v[0-9]*' --always --dirty 2>/dev/null || echo unknown)
version=${version#v}
case $version in [0-9]*.[0-9]*) ;; *) version=0.1.0-g$version ;; esac
new="#define RELAIS_VERSION \"$version\""
[ -f "$1" ] && [ "$(cat "$1")" = "$new" ] && exit 0
mkdir -p "$(dirname "$1")"
printf '%s\n' "$new" >"$1"
