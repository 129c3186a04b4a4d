package org.customervaluesquads.contracts;

import java.time.Instant;
import java.util.List;

/**
 * What somebody taught of one label of one question about texts, whole, on {@link Topics#TEXT_EXAMPLES}; without examples,
 * what was taught before is taken back.
 *
 * @param question what is asked of a text: its topic, its sentiment, its emotion
 * @param label the answer that the examples stand for; {@link #NONE} for texts to which no label fits
 * @param teacher a squad's id, or {@link #CENTRE}
 */
public record TextTaught(String question, String label, String teacher, List<String> examples, Instant changedAt) {

    /** The label of texts that are none of what is asked for. */
    public static final String NONE = "none";

    /** The teacher for the whole company. */
    public static final String CENTRE = "centre";

    /** The key under which the newest of it is kept. */
    public String key() {
        return String.join("|", question, label, teacher);
    }
}
