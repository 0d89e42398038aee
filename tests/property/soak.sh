#!/bin/sh
# SPDX-License-Identifier: MIT
# Ten seconds of `make soak`: an importer, a publisher, readers and colliding cron jobs at a small store.
# unwatched in ten seconds slow tools do too little to collide
set -eu
LASTS=10 READERS=7 FIGURES='40 11 116' RESIDENT='' "$ROOT/tests/soak/run"
