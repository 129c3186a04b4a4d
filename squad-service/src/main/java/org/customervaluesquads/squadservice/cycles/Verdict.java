package org.customervaluesquads.squadservice.cycles;

import java.util.List;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cycle.
 *
 * @param cited what else speaks for it: ids of metrics, intents or other cycles
 * @param reasonWithoutEvidence why it was judged without any evidence, where it was
 * @param evidence what the metrics said of the test at the time
 */
public record Verdict(
        Choice choice,
        String lesson,
        List<String> cited,
        @Nullable String reasonWithoutEvidence,
        @Nullable CycleEvidenceStated evidence) {

    /** Takes a copy of the list. */
    public Verdict {
        cited = List.copyOf(cited);
    }

    /** Whether something speaks for it, or it is said why nothing does. */
    public boolean isFounded() {
        return evidence != null || !cited.isEmpty() || reasonWithoutEvidence != null;
    }

    Verdict with(@Nullable CycleEvidenceStated stated) {
        return new Verdict(choice, lesson, cited, reasonWithoutEvidence, stated);
    }

    /** What is to be done with the change; read and written by its name in words. A dropped change is a failed cycle. */
    public enum Choice {
        KEEP("keep"),
        ADAPT("adapt"),
        DROP("drop");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
