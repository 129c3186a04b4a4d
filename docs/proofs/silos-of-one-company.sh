#!/usr/bin/env bash
# Loads a shop, a CRM and a help desk as silos of one company, forms squads of them, some of which span all three, and holds
# what the squads are told against what awk counts in the same files. Says of each comparison how many values agree, and ends
# with 1 if one does not.
#
#   DATA=folder docs/proofs/silos-of-one-company.sh       # with a stack that was started by ./squads start --detach
#
# The folder holds online_retail_2009/invoices.csv, crm_pipeline/sales_pipeline.csv, crm_pipeline/sales_teams.csv and
# helpdesk/helpdesk.csv, as docs/proofs.md describes them. Without them it says so and ends well.
set -euo pipefail
export LC_ALL=C TZ=UTC

home=$(cd "$(dirname "$0")/../.." && pwd)
data=${DATA:-}
squads_url=${SQUADS_URL:-http://localhost:8081}
metrics_url=${METRICS_URL:-http://localhost:8083}
signals_url=${SIGNALS_URL:-http://localhost:8082}
retail=$data/online_retail_2009/invoices.csv
if [ -z "$data" ] || [ ! -f "$retail" ]; then
    echo "skipped: no data"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk -f "$home/mappings/prepare/crm-pipeline.awk" "$data/crm_pipeline/sales_teams.csv" \
    "$data/crm_pipeline/sales_pipeline.csv" > "$work/crm.csv"
awk -f "$home/mappings/prepare/help-desk-cases.awk" "$data/helpdesk/helpdesk.csv" > "$work/cases.csv"

form() { # name, regions and products as JSON lists; prints the squad's id
    curl -sf "$squads_url/squads" -H 'Content-Type: application/json' -H "Idempotency-Key: $1-$$" -d "{\"name\": \"$1-$$\",
        \"mission\": {\"valueArea\": \"cross-channel\", \"goal\": \"be counted\", \"outcomeMetric\": \"revenue\"},
        \"scope\": {\"regions\": $2, \"products\": $3}}" | sed 's/.*"id":"\([^"]*\)".*/\1/'
}
everything=$(form everything '[]' '[]')
britain=$(form britain '["GB"]' '[]')
germany=$(form germany '["DE"]' '[]')
central=$(form central '["Central"]' '[]')
spanning=$(form spanning '["GB", "Central", "West"]' '[]')
gtx_pro=$(form gtx-pro '[]' '["GTX Pro"]')

replay() {
    "$home/squads" replay "$1" --source "$2" --silo "$3" --mapping "$home/mappings/$4.jslt" --signal-url "$signals_url"
}
replay "$retail" retail sales online-retail
replay "$work/crm.csv" crm crm crm-pipeline
replay "$work/cases.csv" help-desk service help-desk-cases

told() { # squad, grain, metric: start,value of each window that has a value
    local from=2009-01-01 to=2019-01-01
    if [ "$2" = day ]; then # so many days can be asked for at once, and each silo has its own years
        case "$3" in revenue) to=2012-01-01 ;; *) from=2016-01-01 ;; esac
    fi
    curl -sf -H 'Accept: text/csv' \
        "$metrics_url/squads/$1/metrics?grain=$2&metric=$3&from=$from&to=$to&compare=nothing" |
        awk -F, 'NR > 1 && $8 != "" {sub(/\r$/, ""); print $6 "," $8 + 0}' OFMT=%.6f CONVFMT=%.6f | sort
}

# The whole must be in before anything is compared: every fact once.
facts=$(($(awk 'END {print NR - 1}' "$retail") \
    + $(awk -F, 'NR > 1 {n += ($6 != "") + ($7 != "")} END {print n}' "$work/crm.csv") \
    + 2 * $(awk 'END {print NR - 1}' "$work/cases.csv")))
for _ in $(seq 240); do
    counted=$(told "$everything" total signals | cut -d, -f2)
    [ "${counted:-0}" = "$facts" ] && break
    sleep 1
done
echo "signals counted: ${counted:-0} of $facts"
sleep 12 # weeks and months follow the days within seconds

failed=0
agree() { # what, file of what was told, file of what awk counts
    if cmp -s "$2" "$3"; then
        printf '%-58s %6d values agree\n' "$1" "$(wc -l < "$3")"
    else
        printf '%-58s DIFFERS\n' "$1"
        diff "$2" "$3" | head -5 || true
        failed=1
    fi
}
compare() { # what, squad, grain, metric; awk's lines come in
    told "$2" "$3" "$4" > "$work/told"
    sort > "$work/counted"
    agree "$1" "$work/told" "$work/counted"
}

# Revenue by country, day and month: what an invoice brought, a cancellation's below zero.
revenue() { # country as the file has it, or an empty text for all; how many characters of the day make the window
    awk -F, -v country="$1" -v width="$2" -v OFMT=%.2f -v CONVFMT=%.2f '
        NR > 1 && (country == "" || $4 == country) {
            start = substr($3, 1, width); sum[start] += $7 * 100; if ($7 != "") seen[start] = 1 }
        END {
            for (start in seen) {
                day = width == 7 ? start "-01" : start
                printf "%sT00:00:00Z,%s\n", day, sprintf("%.0f", sum[start]) / 100 } }' "$retail" |
        awk -F, '{print $1 "," $2 + 0}' OFMT=%.6f CONVFMT=%.6f
}
revenue "United Kingdom" 10 | compare "revenue of Britain by day" "$britain" day revenue
revenue "United Kingdom" 7 | compare "revenue of Britain by month" "$britain" month revenue
revenue Germany 10 | compare "revenue of Germany by day" "$germany" day revenue
revenue Germany 7 | compare "revenue of Germany by month" "$germany" month revenue
revenue "" 10 | compare "revenue of all countries by day" "$everything" day revenue
revenue "" 7 | compare "revenue of all countries by month" "$everything" month revenue
revenue "United Kingdom" 10 | compare "revenue of the spanning squad by day" "$spanning" day revenue

# Opportunities by office, product, day and month.
won() { # office, product (a pattern, empty for all), how many characters of the day
    awk -F, -v office="$1" -v product="$2" -v width="$3" '
        NR > 1 && $5 == "Won" && (office == "" || $9 ~ office) && (product == "" || $3 ~ product) {
            start = substr($7, 1, width); sum[start] += $8 }
        END { for (start in sum) printf "%sT00:00:00Z,%d\n", width == 7 ? start "-01" : start, sum[start] }' "$work/crm.csv"
}
won "" "" 10 | compare "won value by day" "$everything" day won-value
won "" "" 7 | compare "won value by month" "$everything" month won-value
won '^Central$' "" 10 | compare "won value of an office by day" "$central" day won-value
won '^(Central|West)$' "" 7 | compare "won value of the spanning squad by month" "$spanning" month won-value
won "" '^GTX ?Pro$' 7 | compare "won value of a product by month" "$gtx_pro" month won-value

total() { # what, squad, metric, what awk counts
    told "$2" total "$3" | cut -d, -f2 > "$work/told"
    echo "$4" | awk '{print $1 + 0}' OFMT=%.6f > "$work/counted"
    agree "$1 = $4" "$work/told" "$work/counted"
}
rate() { awk -F, -v office="$1" 'NR > 1 && (office == "" || $9 == office) {won += $5 == "Won"; lost += $5 == "Lost"}
    END {printf "%.6f\n", won / (won + lost)}' "$work/crm.csv" | awk '{print $1 + 0}' OFMT=%.6f; }
total "invoices" "$everything" orders "$(awk -F, 'NR > 1 && $1 !~ /^C/' "$retail" | wc -l)"
total "cancellations" "$everything" cancellations "$(awk -F, 'NR > 1 && $1 ~ /^C/' "$retail" | wc -l)"
total "revenue" "$everything" revenue "$(awk -F, 'NR > 1 {sum += $7 * 100} END {printf "%.2f\n", sum / 100}' "$retail")"
total "known customers" "$everything" active-customers "$(awk -F, 'NR > 1 && $2 != "" {print $2}' "$retail" | sort -u | wc -l)"
total "won value" "$everything" won-value "$(awk -F, 'NR > 1 && $5 == "Won" {sum += $8} END {print sum}' "$work/crm.csv")"
total "win rate" "$everything" win-rate "$(rate '')"
total "win rate of an office" "$central" win-rate "$(rate Central)"
total "cases resolved" "$everything" tickets-resolved "$(awk 'END {print NR - 1}' "$work/cases.csv")"
total "mean resolution time" "$everything" resolution-time \
    "$(awk -F, 'NR > 1 {sum += $4; n++} END {printf "%.6f\n", sum / n}' "$work/cases.csv" | awk '{print $1 + 0}' OFMT=%.6f)"

# Quantiles: how far the rank of what was told is from the rank that was asked for, as a share of all.
quantile() { # metric, rank
    value=$(told "$everything" total "$1" | cut -d, -f2)
    awk -F, -v value="$value" -v rank="$2" -v metric="$1" 'NR > 1 {n++; below += $4 < value; upto += $4 <= value}
        END { off = rank < below / n ? below / n - rank : rank > upto / n ? rank - upto / n : 0
              printf "%-58s rank off by %.5f of %d cases\n", metric " = " value, off, n; exit off > 0.0007 }' "$work/cases.csv" ||
        failed=1
}
quantile resolution-time-median 0.5
quantile resolution-time-p90 0.9
exit $failed
