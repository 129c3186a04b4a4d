package org.customervaluesquads.metricsservice.lab;

import java.util.Arrays;
import java.util.List;

/**
 * What an analyst brought: named columns, and rows of texts as they came; what is missing is an empty text. All cells lie
 * in one text behind each other, so that a table takes hardly more memory than what it was read from.
 */
public final class Table {

    /** A table has at most so many rows. */
    public static final int ROWS_AT_MOST = 500_000;

    /** A table has at most so many columns. */
    public static final int COLUMNS_AT_MOST = 200;

    /** A table has at most so many cells. */
    public static final int CELLS_AT_MOST = 2_000_000;

    /** A cell has at most so many characters. */
    public static final int CHARACTERS_AT_MOST = 100_000;

    private final List<String> columns;
    private final String text;
    private final int[] ends;
    private final int rows;

    private Table(List<String> columns, String text, int[] ends, int rows) {
        this.columns = columns;
        this.text = text;
        this.ends = ends;
        this.rows = rows;
    }

    /** The names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** What is in a cell; rows and columns are counted from zero. */
    public String cell(int row, int column) {
        int place = row * columns.size() + column;
        return text.substring(place == 0 ? 0 : ends[place - 1], ends[place]);
    }

    /** A table as it is read, row by row. */
    public static final class Growing {

        private static final int CELLS_AT_FIRST = 1_024;

        private final List<String> columns;
        private final StringBuilder text;
        private int[] ends = new int[CELLS_AT_FIRST];
        private int cells;
        private int rows;

        /**
         * A table without rows.
         *
         * @param characters about how many there will be in all cells
         */
        public Growing(List<String> columns, int characters) {
            this.columns = List.copyOf(columns);
            this.text = new StringBuilder(characters);
        }

        /** Adds a row, which has a cell for each column. */
        public void add(String... row) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException("a row of " + row.length + " cells under " + columns);
            }
            if (cells + row.length > ends.length) {
                ends = Arrays.copyOf(ends, Math.max(2 * ends.length, cells + row.length));
            }
            for (String cell : row) {
                text.append(cell);
                ends[cells++] = text.length();
            }
            rows++;
        }

        /** How many rows there are by now. */
        public int rows() {
            return rows;
        }

        /** The table of what was added. */
        public Table grown() {
            return new Table(columns, text.toString(), ends, rows);
        }
    }
}
