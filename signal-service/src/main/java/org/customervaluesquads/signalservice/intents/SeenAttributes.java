package org.customervaluesquads.signalservice.intents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** The regions, segments, accounts, products, channels and silos in which a customer was seen. */
final class SeenAttributes {

    static final int KINDS = 6;

    /** More values of one attribute are not kept: a customer seen in so many places is no squad's by that attribute. */
    static final int VALUES_MAX = 64;

    private static final int CHANNELS = 4;
    private static final int SILOS = 5;

    /** Lists, since they are short and are read and written with each signal. */
    private final List<List<String>> seen;

    SeenAttributes() {
        this(List.of());
    }

    /**
     * For each kind the values, in the order regions, segments, accounts, products, channels, silos; the lists go over to
     * it, and kinds that are left out are empty.
     */
    SeenAttributes(List<List<String>> seen) {
        Stream<List<String>> empty = Stream.generate(() -> new ArrayList<>(1));
        this.seen = Stream.concat(seen.stream(), empty).limit(KINDS).toList();
    }

    void add(SignalRecorded signal) {
        keep(seen.get(0), signal.region());
        keep(seen.get(1), signal.segment());
        keep(seen.get(2), signal.accountId());
        keep(seen.get(3), signal.product());
        keep(seen.get(CHANNELS), signal.channel());
        keep(seen.get(SILOS), signal.silo());
    }

    void add(SeenAttributes other) {
        for (int i = 0; i < seen.size(); i++) {
            List<String> values = seen.get(i);
            other.seen.get(i).forEach(value -> keep(values, value));
        }
    }

    Scope.Attributes all() {
        return new Scope.Attributes(
                set(seen.get(0)), set(seen.get(1)), set(seen.get(2)), set(seen.get(3)), set(seen.get(CHANNELS)));
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

    /** The bit of a silo; none of one beyond the first 32. */
    int bitOfSilo(@Nullable String silo) {
        return bit(seen.get(SILOS), silo);
    }

    /** The bit of a channel; none of one beyond the first 32. */
    int bitOfChannel(@Nullable String channel) {
        return bit(seen.get(CHANNELS), channel);
    }

    /** The silos of these bits. */
    List<String> silosOf(int bits) {
        return valuesOf(seen.get(SILOS), bits);
    }

    /** The channels of these bits. */
    List<String> channelsOf(int bits) {
        return valuesOf(seen.get(CHANNELS), bits);
    }

    /** The bits here of silos that are bits of another. */
    int silosFrom(SeenAttributes other, int bits) {
        int here = 0;
        for (String silo : other.silosOf(bits)) {
            here |= bitOfSilo(silo);
        }
        return here;
    }

    /** The bits here of channels that are bits of another. */
    int channelsFrom(SeenAttributes other, int bits) {
        int here = 0;
        for (String channel : other.channelsOf(bits)) {
            here |= bitOfChannel(channel);
        }
        return here;
    }

    private static int bit(List<String> values, @Nullable String value) {
        int place = value == null ? -1 : values.indexOf(value);
        return place < 0 || place >= Integer.SIZE ? 0 : 1 << place;
    }

    private static List<String> valuesOf(List<String> values, int bits) {
        List<String> found = new ArrayList<>(Integer.bitCount(bits));
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            found.add(values.get(Integer.numberOfTrailingZeros(rest)));
        }
        return found;
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
