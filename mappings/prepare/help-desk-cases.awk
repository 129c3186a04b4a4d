# Makes cases of a help desk's event log (CaseID,ActivityID,CompleteTimestamp, in any order): when each was opened, by its
# first event, and resolved, by its last one.
#
#     TZ=UTC awk -f help-desk-cases.awk helpdesk.csv > cases.csv
BEGIN { FS = OFS = "," }
{ sub(/\r$/, "") }
FNR == 1 { next }
!($1 in first) || $3 < first[$1] { first[$1] = $3 }
!($1 in last) || $3 > last[$1] { last[$1] = $3 }
function seconds(written) { gsub(/[-:]/, " ", written); return mktime(written) }
END {
    print "case", "opened_at", "resolved_at", "resolution_seconds"
    for (name in first) print name, first[name], last[name], seconds(last[name]) - seconds(first[name])
}
