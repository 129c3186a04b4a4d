package org.customervaluesquads.metricsservice.customervalue;

/** Gauss's hypergeometric function 2F1 as its series, for 0 &lt;= z &lt; 1 and parameters of moderate size. */
final class Hypergeometric {

    /** How near to a pole of its formulas a parameter is moved away from it. */
    static final double NEAR = 1e-7;

    private static final int TERMS_AT_MOST = 200_000;
    private static final double PRECISION = 1e-15;

    private Hypergeometric() {}

    static double of(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < TERMS_AT_MOST; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.abs(term) <= PRECISION * Math.abs(sum)) {
                break;
            }
        }
        return sum;
    }
}
