package org.customervaluesquads.metricsservice.attribution;

import java.util.Locale;

/** Who are the players. A touch by a squad itself is the squad's, whichever way others are told apart. */
public enum By {
    CHANNEL,
    SILO,
    SQUAD,
    TACTIC;

    private static final String OF_SQUADS = "squad:";
    private static final String EVERYBODY_ELSE = "everybody else";

    /** The players as users write them. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The player of a touch; a channel, silo or squad that it does not have is empty. */
    public String player(String channel, String silo, String squad) {
        if (!squad.isEmpty()) {
            return OF_SQUADS + squad;
        }
        return switch (this) {
            case CHANNEL -> channel.isEmpty() ? silo : channel;
            case SILO -> silo;
            case SQUAD -> EVERYBODY_ELSE;
            case TACTIC -> channel.isEmpty() ? silo : Tactics.modernisedBy(channel);
        };
    }
}
