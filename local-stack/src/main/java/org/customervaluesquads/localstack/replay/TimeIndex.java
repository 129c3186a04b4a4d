package org.customervaluesquads.localstack.replay;

import java.util.Arrays;

/** Times with what is found at them, sorted by time; those of one time stay in the order in which they came. */
final class TimeIndex {

    private static final int FIRST_CAPACITY = 1024;

    private long[] times = new long[FIRST_CAPACITY];
    private long[] offsets = new long[FIRST_CAPACITY];
    private int size;
    private boolean inOrder = true;
    private int[] order = new int[0];

    void add(long time, long offset) {
        if (size == times.length) {
            int capacity = size + size / 2;
            times = Arrays.copyOf(times, capacity);
            offsets = Arrays.copyOf(offsets, capacity);
        }
        inOrder &= size == 0 || times[size - 1] <= time;
        times[size] = time;
        offsets[size] = offset;
        size++;
    }

    int size() {
        return size;
    }

    long time(int place) {
        return times[at(place)];
    }

    long offset(int place) {
        return offsets[at(place)];
    }

    void sort() {
        if (!inOrder) {
            order = sorted();
        }
    }

    private int at(int place) {
        return inOrder ? place : order[place];
    }

    /** A merge sort of primitives from the bottom up: stable, without an object for each entry. */
    private int[] sorted() {
        int[] from = new int[size];
        Arrays.setAll(from, i -> i);
        int[] to = new int[size];
        for (long width = 1; width < size; width *= 2) {
            for (long low = 0; low < size; low += 2 * width) {
                merge(from, to, (int) low, (int) Math.min(low + width, size), (int) Math.min(low + 2 * width, size));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private void merge(int[] from, int[] to, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takesLeft = left < middle && (right >= high || times[from[left]] <= times[from[right]]);
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }
}
