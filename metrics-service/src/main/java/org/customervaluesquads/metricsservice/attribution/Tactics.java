package org.customervaluesquads.metricsservice.attribution;

import java.util.Map;

/** For each channel the tactic that it modernises. */
final class Tactics {

    private static final Map<String, String> TACTICS = Map.of(
            "web", "printed catalogue",
            "app", "shop visit",
            "email", "letter",
            "sms", "postcard",
            "call", "home visit",
            "chat", "counter",
            "qr-mail", "direct mail",
            "social", "word of mouth",
            "in-person", "trade fair");

    private Tactics() {}

    /** The tactic, or the channel itself where it modernises none. */
    static String modernisedBy(String channel) {
        return TACTICS.getOrDefault(channel, channel);
    }
}
