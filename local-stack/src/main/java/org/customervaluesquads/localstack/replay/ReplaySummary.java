package org.customervaluesquads.localstack.replay;

import java.util.ArrayList;
import java.util.List;

/** What a replay did, counted; of what went wrong, the first few are kept in words. */
public final class ReplaySummary {

    static final int SHOWN_MAX = 10;

    private final List<String> unmapped = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private long rows;
    private long passedOver;
    private long rowsUnmapped;
    private long signals;
    private long accepted;
    private long rejected;

    void mapped(int signalsOfTheRow) {
        rows++;
        signals += signalsOfTheRow;
        if (signalsOfTheRow == 0) {
            passedOver++;
        }
    }

    void notMapped(long line, String reason) {
        rows++;
        rowsUnmapped++;
        keep(unmapped, "line " + line + ": " + reason);
    }

    void answered(BatchAnswer answer) {
        accepted += answer.accepted();
        rejected += answer.rejected();
        answer.verdicts().stream()
                .filter(verdict -> !verdict.errors().isEmpty())
                .forEach(verdict -> keep(refusals, verdict.inWords()));
    }

    /** Rows of the file, whatever became of them. */
    public long rows() {
        return rows;
    }

    /** Rows of which the mapping made nothing, on purpose. */
    public long passedOver() {
        return passedOver;
    }

    /** Rows that could not be read or mapped. */
    public long rowsUnmapped() {
        return rowsUnmapped;
    }

    public long signals() {
        return signals;
    }

    public long accepted() {
        return accepted;
    }

    public long rejected() {
        return rejected;
    }

    /** The first rows that could not be read or mapped, with their line and the reason. */
    public List<String> firstUnmapped() {
        return List.copyOf(unmapped);
    }

    /** The first signals that were refused, with each field and reason. */
    public List<String> firstRefusals() {
        return List.copyOf(refusals);
    }

    private static void keep(List<String> kept, String words) {
        if (kept.size() < SHOWN_MAX) {
            kept.add(words);
        }
    }
}
