package org.customervaluesquads.signalservice.intents;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.customervaluesquads.signalservice.intents.OpenLesson.Stake;
import org.jspecify.annotations.Nullable;

/**
 * Open lessons as packed bytes within those of their customer. A feature is named by its place among the customer's own
 * features, as most of a lesson's still are; by its name if it is there no longer.
 */
final class LessonCodec {

    /** Beyond every place. */
    private static final int ELSEWHERE = 255;

    private final FeatureNames features;

    LessonCodec(FeatureNames features) {
        this.features = features;
    }

    void write(OpenLessons lessons, FeatureCounts own, int halfLives, Packing out) {
        out.bytes(lessons.all().size());
        out.moment(lessons.due());
        for (OpenLesson lesson : lessons.all()) {
            out.moment(lesson.at());
            out.bytes(lesson.size());
            for (int place = 0; place < lesson.size(); place++) {
                writeName(lesson.feature(place), own, out);
                for (int h = 0; h < halfLives; h++) {
                    out.coarse(lesson.count(place, h));
                }
            }
            out.bytes(lesson.stakes().size());
            for (Stake stake : lesson.stakes()) {
                out.number(stake.intent());
                out.small(2 * stake.scores() + (stake.outcome() ? 1 : 0));
            }
        }
    }

    private void writeName(String feature, FeatureCounts own, Packing out) {
        int place = own.find(feature);
        out.bytes(place < 0 ? ELSEWHERE : place);
        if (place < 0) {
            features.write(feature, out);
        }
    }

    /** Null for a feature that the catalogue knows no longer. */
    private @Nullable String readName(ByteBuffer in, @Nullable List<@Nullable String> own) {
        int place = own == null ? ELSEWHERE : Byte.toUnsignedInt(in.get());
        return own == null || place == ELSEWHERE ? features.read(in) : own.get(place);
    }

    /**
     * Reads what was written.
     *
     * @param own the customer's own features, in the order in which they were written; null where all are named in full
     * @param places for each half-life that was written its place among those of now, or a negative number
     */
    OpenLessons read(ByteBuffer in, @Nullable List<@Nullable String> own, int[] places, int halfLives) {
        int size = Byte.toUnsignedInt(in.get());
        long due = in.getLong();
        List<OpenLesson> open = new ArrayList<>(size + 1);
        for (int i = 0; i < size; i++) {
            OpenLesson lesson = readOne(in, own, places, halfLives);
            int stakes = Byte.toUnsignedInt(in.get());
            for (int j = 0; j < stakes; j++) {
                int intent = in.getInt();
                int scores = Packing.readSmall(in);
                lesson.stakes().add(new Stake(intent, scores / 2, scores % 2 == 1));
            }
            open.add(lesson);
        }
        return new OpenLessons(open, due);
    }

    private OpenLesson readOne(ByteBuffer in, @Nullable List<@Nullable String> own, int[] places, int halfLives) {
        long at = in.getLong();
        int size = Byte.toUnsignedInt(in.get());
        List<String> names = new ArrayList<>(size);
        float[] counts = new float[size * halfLives];
        for (int i = 0; i < size; i++) {
            String feature = readName(in, own);
            for (int h : places) {
                float count = in.getFloat();
                if (feature != null && h >= 0) {
                    counts[names.size() * halfLives + h] = count;
                }
            }
            if (feature != null) {
                names.add(feature);
            }
        }
        String[] kept = names.toArray(String[]::new);
        return new OpenLesson(at, kept, Arrays.copyOf(counts, kept.length * halfLives));
    }
}
