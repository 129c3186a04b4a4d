package org.customervaluesquads.metricsservice.reckoning;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;
import org.customervaluesquads.metricsservice.customers.Estimate;

/**
 * Numbers that facts bear, such as seconds or marks: their sum, exactly, and a sketch of how they are spread.
 *
 * <p>The sketch is KLL (Karnin, Lang, Liberty 2016, in Apache DataSketches). It holds every number as long as there
 * are at
 * most {@link #EXACT_UP_TO}; beyond, the rank of a quantile it tells is wrong by at most {@link #RANK_ERROR} with a
 * confidence of 99 %, and which numbers it then keeps is left to chance.
 */
public final class Numbers {

    /** Quantiles of up to so many numbers are exact. */
    public static final int EXACT_UP_TO = 4_096;

    /** How far, as a share of all numbers, the rank of a quantile is off at most. */
    public static final double RANK_ERROR =
            KllDoublesSketch.newHeapInstance(EXACT_UP_TO).getNormalizedRankError(false);

    private final BigDecimal sum;
    private final KllDoublesSketch sketch;

    private Numbers(BigDecimal sum, KllDoublesSketch sketch) {
        this.sum = sum;
        this.sketch = sketch;
    }

    /** These numbers. */
    public static Numbers of(Iterable<BigDecimal> numbers) {
        KllDoublesSketch sketch = KllDoublesSketch.newHeapInstance(EXACT_UP_TO);
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal number : numbers) {
            sketch.update(number.doubleValue());
            sum = sum.add(number);
        }
        return new Numbers(sum, sketch);
    }

    /** What {@link #sum()} and {@link #packed()} said before. */
    public static Numbers unpack(BigDecimal sum, byte[] packed) {
        return new Numbers(sum, KllDoublesSketch.heapify(MemorySegment.ofArray(packed)));
    }

    /** The numbers of all of them. */
    public static Numbers together(Iterable<Numbers> many) {
        KllDoublesSketch sketch = KllDoublesSketch.newHeapInstance(EXACT_UP_TO);
        BigDecimal sum = BigDecimal.ZERO;
        for (Numbers numbers : many) {
            sketch.merge(numbers.sketch);
            sum = sum.add(numbers.sum);
        }
        return new Numbers(sum, sketch);
    }

    /** How many there are. */
    public long count() {
        return sketch.getN();
    }

    /** Their sum. */
    public BigDecimal sum() {
        return sum;
    }

    /**
     * The smallest number that this share of all numbers does not exceed, with bounds where it is estimated.
     *
     * @throws IllegalStateException if there are no numbers
     */
    public Estimate quantile(double share) {
        if (count() == 0) {
            throw new IllegalStateException("no numbers, no quantile");
        }
        BigDecimal value = BigDecimal.valueOf(sketch.getQuantile(share, QuantileSearchCriteria.INCLUSIVE));
        return sketch.isEstimationMode()
                ? new Estimate(
                        value,
                        BigDecimal.valueOf(sketch.getQuantileLowerBound(share)),
                        BigDecimal.valueOf(sketch.getQuantileUpperBound(share)))
                : Estimate.exactly(value);
    }

    /** The mean. */
    public BigDecimal mean() {
        return sum.divide(BigDecimal.valueOf(count()), Reckoning.RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** How many bytes the sketch takes in memory: it has room for all that it keeps exact from the start. */
    public long bytes() {
        return Math.max(sketch.getSerializedSizeBytes(), (long) EXACT_UP_TO * Double.BYTES);
    }

    /** The sketch as bytes. */
    public byte[] packed() {
        return sketch.toByteArray();
    }
}
