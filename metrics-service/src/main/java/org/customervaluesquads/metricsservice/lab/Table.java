package org.customervaluesquads.metricsservice.lab;

import java.util.List;

/**
 * What an analyst brought: named columns, and rows of texts as they came; what is missing is an empty text.
 *
 * @param rows each as long as there are columns
 */
public record Table(List<String> columns, List<List<String>> rows) {

    /** A table has at most so many rows. */
    public static final int ROWS_AT_MOST = 500_000;

    /** A table has at most so many columns. */
    public static final int COLUMNS_AT_MOST = 200;
}
