package org.customervaluesquads.signalservice.intents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** The regions, segments, accounts, products and channels in which a customer was seen. */
final class SeenAttributes {

    static final int KINDS = 5;

    /** More values of one attribute are not kept: a customer seen in so many places is no squad's by that attribute. */
    static final int VALUES_MAX = 64;

    /** Lists, since they are short and are read and written with each signal. */
    private final List<List<String>> seen;

    SeenAttributes() {
        this(Stream.<List<String>>generate(() -> new ArrayList<>(1))
                .limit(KINDS)
                .toList());
    }

    /** For each kind the values, in the order regions, segments, accounts, products, channels; the lists go over to it. */
    SeenAttributes(List<List<String>> seen) {
        this.seen = seen;
    }

    void add(SignalRecorded signal) {
        keep(seen.get(0), signal.region());
        keep(seen.get(1), signal.segment());
        keep(seen.get(2), signal.accountId());
        keep(seen.get(3), signal.product());
        keep(seen.get(4), signal.channel());
    }

    void add(SeenAttributes other) {
        for (int i = 0; i < seen.size(); i++) {
            List<String> values = seen.get(i);
            other.seen.get(i).forEach(value -> keep(values, value));
        }
    }

    Scope.Attributes all() {
        return new Scope.Attributes(
                set(seen.get(0)), set(seen.get(1)), set(seen.get(2)), set(seen.get(3)), set(seen.get(4)));
    }

    List<List<String>> values() {
        return seen;
    }

    int size() {
        int size = 0;
        for (int i = 0; i < seen.size(); i++) {
            size += seen.get(i).size();
        }
        return size;
    }

    /** Of values that are distinct, so that no table is needed to find that out. */
    private static Set<String> set(List<String> values) {
        return Set.of(values.toArray(String[]::new));
    }

    private static void keep(List<String> values, @Nullable String value) {
        if (value != null && values.size() < VALUES_MAX && !values.contains(value)) {
            values.add(value);
        }
    }
}
