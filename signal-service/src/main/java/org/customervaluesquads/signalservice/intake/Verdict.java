package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.jspecify.annotations.Nullable;

/** What became of one signal at a door. */
public sealed interface Verdict {

    /** The id it came with, if it could be read. */
    @Nullable
    String signalId();

    /** The source it named, if it could be read. */
    @Nullable
    String source();

    /** The signal in its flat form, with what its source adds. */
    record Accepted(SignalRecorded signal) implements Verdict {

        @Override
        public String signalId() {
            return signal.id();
        }

        @Override
        public String source() {
            return signal.source();
        }
    }

    /**
     * A refusal with at least one reason.
     *
     * @param id the id it came with, if it could be read
     * @param source the source it named, if it could be read
     */
    record Rejected(@Nullable String id, @Nullable String source, List<Reason> reasons) implements Verdict {

        @Override
        public @Nullable String signalId() {
            return id;
        }

        /** A refusal by the names that what was offered gives itself. */
        static Rejected named(JsonNode offered, List<Reason> reasons) {
            return named(offered.path("id").textValue(), offered.path("source").textValue(), reasons);
        }

        /** The same of what was read as a signal. */
        static Rejected named(Fields offered, List<Reason> reasons) {
            return named(offered.text("id"), offered.text("source"), reasons);
        }

        private static Rejected named(@Nullable String id, @Nullable String source, List<Reason> reasons) {
            return new Rejected(cut(id), cut(source), List.copyOf(reasons));
        }

        private static @Nullable String cut(@Nullable String name) {
            return name == null || name.length() <= Limits.WORD_CHARACTERS_MAX
                    ? name
                    : name.substring(0, Limits.WORD_CHARACTERS_MAX);
        }
    }

    /** Kept nowhere, whatever it says: to be sent again, later or with a key. */
    sealed interface TurnedAway extends Verdict {

        /** Why, in words. */
        Reason reason();

        /** Its source demands a write key, and none that is valid was shown. */
        record KeyMissing(@Nullable String signalId, String source) implements TurnedAway {

            @Override
            public Reason reason() {
                return new Reason("source", "demands its write key");
            }
        }

        /** Its source has sent more than its quota, or more of it is on its way than may be. */
        record OverQuota(@Nullable String signalId, String source, Duration retryAfter) implements TurnedAway {

            @Override
            public Reason reason() {
                return new Reason("source", "is over its quota; send it again later");
            }
        }
    }
}
