package org.customervaluesquads.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.impact.Counterfactual;
import org.customervaluesquads.metricsservice.impact.Impact;
import org.customervaluesquads.metricsservice.impact.Method;
import org.customervaluesquads.metricsservice.impact.Panel;
import org.customervaluesquads.metricsservice.impact.Randomization;
import org.customervaluesquads.metricsservice.impact.SquadPanel;
import org.customervaluesquads.metricsservice.impact.Unit;
import org.customervaluesquads.metricsservice.squads.Begun;

/**
 * Squads that did nothing: random sets of one to three regions of a real shop's invoices, each beginning in a random week.
 * Says how many of them are found to have an impact, which should be no more than one in twenty, and how long it takes.
 */
public final class PlaceboSquads {

    private static final int DRAWS = 100;
    private static final int REGIONS_AT_MOST = 3;
    private static final int FIRST_WEEK = 12;
    private static final int LAST_WEEK = 44;
    private static final Instant FIRST_DAY = Instant.parse("2009-12-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("2010-12-10T00:00:00Z");
    private static final double NANOS_A_MILLI = 1e6;

    private PlaceboSquads() {}

    private record Invoice(Instant at, String region, double amount) {}

    /**
     * Runs the draws.
     *
     * @param arguments the folder of real data
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "shared/data", "online_retail_2009/invoices.csv");
        if (!Files.isReadable(file)) {
            System.out.println("skipped: no data (" + file + ")");
            return;
        }
        List<Invoice> invoices = invoices(file);
        List<String> regions = new ArrayList<>(
                new TreeSet<>(invoices.stream().map(Invoice::region).toList()));
        Random random = new Random(1);
        List<Double> millis = new ArrayList<>();
        int none = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Collections.shuffle(regions, random);
            Set<String> own = new HashSet<>(regions.subList(0, 1 + random.nextInt(REGIONS_AT_MOST)));
            int week = FIRST_WEEK + random.nextInt(LAST_WEEK - FIRST_WEEK + 1);
            long began = System.nanoTime();
            Panel panel = panel(invoices, own, FIRST_DAY.plus(SquadPanel.PERIOD.multipliedBy(week)));
            none += isReal(panel) ? 0 : 1;
            millis.add((System.nanoTime() - began) / NANOS_A_MILLI);
        }
        Collections.sort(millis);
        System.out.printf(
                "%d regions, %d draws: %d without an impact; median %.0f ms, longest %.0f ms%n",
                regions.size(), DRAWS, none, millis.get(DRAWS / 2), millis.getLast());
    }

    /** The verdict of the product, without the methods that only stand beside it. */
    private static boolean isReal(Panel panel) {
        Counterfactual found = Counterfactual.of(Method.SYNTHETIC_DIFFERENCE_IN_DIFFERENCES, panel);
        return Randomization.of(found, Impact.DRAWS, 1).p(0) <= Impact.ALPHA;
    }

    private static Panel panel(List<Invoice> invoices, Set<String> own, Instant began) {
        Begun squad = new Begun("placebo", new Scope(own, null, null, null, null), began);
        SquadPanel.Span span = SquadPanel.Span.of(FIRST_DAY, began, LAST_DAY, Integer.MAX_VALUE);
        SquadPanel panel = new SquadPanel(Unit.REGION, squad, List.of(squad), span);
        for (Invoice invoice : invoices) {
            long weeks = Math.floorDiv(
                    Duration.between(span.start(), invoice.at).toSeconds(), SquadPanel.PERIOD.toSeconds());
            panel.add(Scope.Attributes.of(invoice.region, null, null, null, null), (int) weeks, invoice.amount);
        }
        return panel.panel();
    }

    private static List<Invoice> invoices(Path file) throws IOException {
        List<Invoice> invoices = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            List<String> cells = List.of(line.split(",", -1));
            Instant at = LocalDateTime.parse(cells.get(2).replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            invoices.add(new Invoice(at, cells.get(3), Double.parseDouble(cells.get(6))));
        }
        return invoices;
    }
}
