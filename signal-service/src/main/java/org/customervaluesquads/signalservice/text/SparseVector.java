package org.customervaluesquads.signalservice.text;

import java.util.Arrays;

/** A vector that is zero nearly everywhere: each place where it is not, at most once, with the value there. */
final class SparseVector {

    private final int[] places;
    private final float[] values;

    SparseVector(int[] places, float[] values) {
        this.places = places;
        this.values = values;
    }

    int[] places() {
        return places;
    }

    float[] values() {
        return values;
    }

    /** The square of its length. */
    float squaredLength() {
        float sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** A vector as it grows. */
    static final class Growing {

        private int[] places = new int[512];
        private float[] values = new float[512];
        private int size;

        void add(int place, float value) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            places[size] = place;
            values[size++] = value;
        }

        SparseVector grown() {
            return new SparseVector(Arrays.copyOf(places, size), Arrays.copyOf(values, size));
        }
    }
}
