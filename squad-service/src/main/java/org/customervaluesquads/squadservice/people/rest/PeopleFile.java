package org.customervaluesquads.squadservice.people.rest;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.squadservice.problems.Problem;

/**
 * People as a comma-separated file: a heading with the columns in any order, then a person a row.
 *
 * @param rows in the order of the file
 */
record PeopleFile(List<PersonLine> rows) {

    /** How many people one file can bring. */
    static final int MOST_ROWS = 1_000;

    static final List<String> NEEDED = List.of("name", "department", "costRate", "currency");

    private static final List<String> OPTIONAL = List.of("functionalLead", "region", "skills");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectReader READER = new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readerFor(String[].class);

    /** Reads a file, or ends the request with the problem of the whole. */
    static PeopleFile read(String text) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (MappingIterator<String[]> lines = READER.readValues(plain)) {
            List<String> columns = lines.hasNextValue() ? Arrays.asList(lines.nextValue()) : List.of();
            check(columns);
            List<PersonLine> rows = new ArrayList<>();
            while (lines.hasNextValue()) {
                if (rows.size() == MOST_ROWS) {
                    throw Problem.of(413, "The file has more than " + MOST_ROWS + " people.")
                            .asException();
                }
                rows.add(line(rows.size() + 1, columns, lines.nextValue()));
            }
            return new PeopleFile(List.copyOf(rows));
        } catch (IOException unreadable) {
            throw Problem.of(400, "The body is not comma-separated text.")
                    .with("", "cannot be read: " + firstLine(unreadable))
                    .asException();
        }
    }

    private static void check(List<String> columns) {
        Problem problem = Problem.of(400, "The heading does not name the columns of people.");
        for (String needed : NEEDED) {
            problem = columns.contains(needed) ? problem : problem.with(needed, "must be a column");
        }
        for (String column : columns) {
            if (!NEEDED.contains(column) && !OPTIONAL.contains(column)) {
                problem = problem.with(column, "is not a column of people");
            }
        }
        if (columns.stream().distinct().count() < columns.size()) {
            problem = problem.with("", "must name each column once");
        }
        if (!problem.errors().isEmpty()) {
            throw problem.asException();
        }
    }

    private static PersonLine line(int row, List<String> columns, String[] values) {
        Map<String, String> cells = new HashMap<>();
        for (int place = 0; place < Math.min(values.length, columns.size()); place++) {
            if (!values[place].isBlank()) {
                cells.put(columns.get(place), values[place]);
            }
        }
        return new PersonLine(row, cells, values.length - columns.size());
    }

    private static String firstLine(IOException unreadable) {
        return String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
    }
}
