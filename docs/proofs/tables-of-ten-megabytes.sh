#!/usr/bin/env bash
# Posts tables of nearly ten megabytes to the bench, sensible ones and ones that were made to take memory, and shows what each is
# answered, how long that took, and whether the service is still ready. Ends with 1 if one was answered other than 200, 400,
# 413 or 503, or if the service is not.
#
#   docs/proofs/tables-of-ten-megabytes.sh       # with a stack that was started by ./squads start --detach
set -euo pipefail
export LC_ALL=C

metrics_url=${METRICS_URL:-http://localhost:8083}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

post() { # bench, csv or json; the table comes in
    cat > "$work/table"
    local type=text/csv
    [ "$2" = csv ] || type=application/json
    local answered ready
    answered=$(curl -s -m 300 -o "$work/answer" -w '%{http_code} %{time_total}' -H "Content-Type: $type" \
        --data-binary "@$work/table" "$metrics_url/lab/$1" || true)
    ready=$(curl -s -m 10 -o /dev/null -w '%{http_code}' "$metrics_url/q/health/ready" || true)
    printf '%-16s %-5s %9d bytes  %-14s s  ready %s  %s\n' "$1" "$2" "$(stat -c %s "$work/table")" "$answered" "$ready" \
        "$(grep -o '"reason":"[^"]*"' "$work/answer" | head -n 1 || true)"
    case "$answered" in 200* | 400* | 413* | 503*) ;; *) failed=1 ;; esac
    [ "$ready" = 200 ] || failed=1
}

generate() { awk -v seed=1 "BEGIN { srand(seed); split(\"web email sms call chat social ads app\", c, \" \"); $1 }"; }

generate 'print "unit,time,outcome,treated"
    for (u = 0; u < 1000; u++) for (t = 0; t < 450; t++) printf "u%d,%d,%.1f,%d\n", u, 1000 + t, 100 * rand(), (u > 995 && t >= 300)' |
    post impact csv
generate 'printf "["; for (u = 0; u < 400; u++) for (t = 0; t < 400; t++)
    printf "%s{\"unit\":\"u%d\",\"time\":%d,\"outcome\":%.1f,\"treated\":%d}", (u + t ? "," : ""), u, 1000 + t, 100 * rand(), (u > 395 && t >= 300)
    print "]"' | post impact json
generate 'print "path,conversions"; for (i = 0; i < 200000; i++) { p = c[1 + int(8 * rand())]; n = int(8 * rand())
    for (j = 0; j < n; j++) p = p ">" c[1 + int(8 * rand())]; print p ",1" }' | post attribution csv
generate 'printf "["; for (i = 0; i < 120000; i++) { p = "\"" c[1 + int(8 * rand())] "\""; n = int(8 * rand())
    for (j = 0; j < n; j++) p = p ",\"" c[1 + int(8 * rand())] "\""; printf "%s{\"path\":[%s],\"conversions\":1}", (i ? "," : ""), p }
    print "]"' | post attribution json
generate 'print "customer,time,channel,conversion,value"; for (i = 0; i < 370000; i++)
    printf "c%d,2026-%02d-%02d,%s,%d,5\n", 40000 * rand(), 1 + 12 * rand(), 1 + 28 * rand(), c[1 + int(8 * rand())], rand() < .1' |
    post attribution csv
generate 'print "customer,time,amount"; for (i = 0; i < 400000; i++)
    printf "c%d,2026-%02d-%02d,%d.50\n", 90000 * rand(), 1 + 12 * rand(), 1 + 28 * rand(), 99 * rand()' | post customer-value csv
generate 'print "frequency,recency,T,monetary"; for (i = 0; i < 100000; i++) { T = 4 + 40 * rand(); x = int(10 * rand())
    printf "%d,%.2f,%.2f,%d.50\n", x, (x ? T * rand() : 0), T, 1 + 99 * rand() }' | post customer-value csv
generate 'print "variant,value,before"; for (i = 0; i < 490000; i++) printf "%s,%.2f,%.2f\n", (i % 2 ? "A" : "B"), 9 * rand(), 9 * rand()' |
    post experiment csv
generate 'print "frequency,recency,T"; for (i = 0; i < 490000; i++) print "3,12.5,30.75"' | post customer-value csv
generate 'print "path,conversions"; for (i = 0; i < 2400000; i++) printf "a>b>"; print "a,1"' | post attribution csv
generate 'printf "[{\"path\":["; for (i = 0; i < 2400000; i++) printf "\"a\","; print "\"a\"],\"conversions\":1}]"' | post attribution json
generate 'printf "["; for (i = 0; i < 3300000; i++) printf "{},"; print "{}]"' | post impact json
generate 'for (i = 0; i < 9900000; i++) printf "["' | post impact json
generate 'printf "unit"; for (i = 1; i < 200; i++) printf ",c%d", i; print ""
    for (i = 0; i < 49000; i++) { for (j = 1; j < 200; j++) printf ","; print "" }' | post impact csv
generate 'for (i = 0; i < 10600000; i++) printf ","' | post impact csv
exit "$failed"
