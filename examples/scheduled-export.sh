#!/usr/bin/env bash
# Load what arrived since the last run and export the graph. Meant for cron:
#
#   15 * * * *  /opt/entente/scheduled-export.sh /srv/news/incoming /srv/graph
#
# Loading an article again changes nothing, so the folder need not be emptied;
# the export appears whole or not at all, so readers never see half a file.
set -euo pipefail

incoming=${1:?usage: scheduled-export.sh INCOMING OUT}
out=${2:?usage: scheduled-export.sh INCOMING OUT}
entente=${ENTENTE:-entente}

mkdir -p "$out"
code=0
"$entente" load --store "$out/graph.db" --report "$out/last-load.jsonl" "$incoming" || code=$?
if [ "$code" -ne 0 ] && [ "$code" -ne 3 ]; then # 3: some articles were bad, the rest is loaded
  exit "$code"
fi
"$entente" export nquads --store "$out/graph.db" -o "$out/graph.nq"
"$entente" export dyads --store "$out/graph.db" -o "$out/dyads.csv"
exit "$code"
