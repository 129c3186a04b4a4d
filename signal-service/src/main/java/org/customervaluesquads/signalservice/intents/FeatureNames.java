package org.customervaluesquads.signalservice.intents;

import java.nio.ByteBuffer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Features as they are packed: those of the catalogue by their numbers, others in words. */
final class FeatureNames {

    private final KnownNames known;

    FeatureNames(Collection<String> known) {
        this.known = new KnownNames(known);
    }

    void write(String feature, Packing out) {
        boolean numbered = known.has(feature);
        out.bytes(numbered ? 1 : 0);
        if (numbered) {
            out.number(KnownNames.numberOf(feature));
        } else {
            out.text(feature);
        }
    }

    /** Null for a number that the catalogue knows no longer. */
    @Nullable
    String read(ByteBuffer in) {
        return in.get() == 1 ? known.of(in.getInt()) : Packing.readText(in);
    }
}
