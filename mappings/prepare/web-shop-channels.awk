# Adds to a web shop's click log (user_id,event_type,event_id,ts) the channel that brought the customer, as the first pages of
# visits (id,ts,url) tell by their UTM parameters; every other event was met on the web.
#
#     awk -f web-shop-channels.awk first_pages.csv events.csv > touches.csv
BEGIN {
    FS = OFS = ","
    split("email sms social", known, " ")
    for (i in known) channels[known[i]] = known[i]
    split("fb ig an pinterest tiktok", networks, " ")
    for (i in networks) channels[networks[i]] = "social"
    split("cpc display", paid, " ")
    for (i in paid) channels[paid[i]] = "ads"
}
{ sub(/\r$/, "") }
FNR == 1 { file++ }
function parameter(name) { return match($0, "[?&]" name "=[^&]*") ? substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 2) : "" }
file == 1 {
    medium = parameter("utm_medium")
    source = parameter("utm_source")
    if (medium in channels) brought[$1] = channels[medium]
    else if (source in channels) brought[$1] = channels[source]
    next
}
FNR == 1 { print $0, "channel"; next }
{ print $0, ($3 in brought ? brought[$3] : "web") }
