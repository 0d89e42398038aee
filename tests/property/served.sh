#!/bin/sh
# SPDX-License-Identifier: MIT
# served - a real Datasette with share/sql/datasette.json: it shows the views that are served, answers the questions of
# the file, and refuses tables, SQL of one's own and the file itself.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
command -v datasette >/dev/null || { echo "no datasette: skipped"; exit 77; }
command -v jq >/dev/null || exit 77
export SOURCE_DATE_EPOCH=1757937600
cp -R "$ROOT/share/example/." .
mkdir bureau
rt-import -q --db bureau/relais.db territoires.csv offices.csv grilles/202[45]-08.csv || exit 1
rt-import -q --db bureau/relais.db --backup copy.db || exit 1
rm bureau/relais.db*
mv copy.db bureau/relais.db
get() {
	datasette -i bureau/relais.db --metadata "$ROOT/share/sql/datasette.json" --setting allow_download off \
		--setting sql_time_limit_ms 10000 --get "$1" 2>/dev/null
}
get '/relais/v_office.json?_shape=array&_size=max' | jq -e 'length == 24' >/dev/null || wrong served 'no offices'
get '/relais/manquants.json?_shape=array&period=2025-08' | jq -e 'length > 0' >/dev/null || wrong served 'a question has no answer'
for path in /relais/observation.json /relais/v_batch.json /relais/v_history.json '/relais.json?sql=select+1' /relais.db; do
	! get "$path" >said || wrong served "$path is served"
done
get /relais.json | jq -e '[.tables[] | select(.hidden == false)] == []' >/dev/null || wrong served 'a table is shown'
