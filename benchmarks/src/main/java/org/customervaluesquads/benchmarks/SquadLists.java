package org.customervaluesquads.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * How long the lists and the health of squads take to answer in a company of ten thousand squads and a hundred thousand
 * people: one client, one request after another, of squads, people and places in a list taken at random.
 *
 * <p>Arguments: the address of squad-service, and the JDBC URL of its database; it is filled unless it has been.
 */
public final class SquadLists {

    private static final int WARM_UP = 60;
    private static final int REQUESTS = 300;
    private static final double BAR_MILLIS = 50;
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 3, 1);
    private static final int DUE_DAYS = 300;

    private final Random random = new Random(42);
    private final Asking asking;

    private SquadLists(Asking asking) {
        this.asking = asking;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Asking asking = new Asking(arguments[0]);
        Company company = new Company(arguments[1], asking);
        if (company.isEmpty()) {
            company.load();
        }
        SquadLists lists = new SquadLists(asking);
        System.out.println("| answer | median ms | p99 ms | bytes |\n|---|---|---|---|");
        int over = 0;
        for (Map.Entry<String, IntFunction<String>> answer : answers().entrySet()) {
            over += lists.measure(answer.getKey(), answer.getValue()) > BAR_MILLIS ? 1 : 0;
        }
        System.out.printf("%d of %d medians above %.0f ms%n", over, answers().size(), BAR_MILLIS);
    }

    /** The addresses asked, by the name under which the figure is printed; each of a random number up to all squads. */
    private static Map<String, IntFunction<String>> answers() {
        Map<String, IntFunction<String>> answers = new LinkedHashMap<>();
        addSquads(answers);
        addPeople(answers);
        addMethod(answers);
        addPlatform(answers);
        return answers;
    }

    private static void addSquads(Map<String, IntFunction<String>> answers) {
        answers.put("/squads", n -> "/squads");
        answers.put("/squads?after=", n -> "/squads?after=" + Company.squad(n));
        answers.put("/squads?stage=&after=", n -> "/squads?stage=proven&after=" + Company.squad(n));
        answers.put("/squads?limit=200&after=", n -> "/squads?limit=200&after=" + Company.squad(n));
        answers.put("/squads/{id}", n -> of(n, ""));
        answers.put("/squads/{id}?asOf=", n -> of(n, "?asOf=2026-01-07T12:00:00Z"));
        answers.put("/squads/{id}/health", n -> of(n, "/health"));
        answers.put("/squads/{id}/stage", n -> of(n, "/stage"));
        answers.put("/squads/{id}/skills", n -> of(n, "/skills"));
        answers.put("/squads/{id}/history", n -> of(n, "/history"));
        answers.put("/squads/{id}/history?limit=10&after=", n -> of(n, "/history?limit=10&after=" + 11 * n));
    }

    private static void addPeople(Map<String, IntFunction<String>> answers) {
        answers.put("/people", n -> "/people");
        answers.put("/people?after=", n -> "/people?after=" + person(n));
        answers.put("/people?limit=200&after=", n -> "/people?limit=200&after=" + person(n));
        answers.put(
                "/people?department=&after=",
                n -> "/people?department=" + words("department " + n % Company.DEPARTMENTS) + "&after=" + person(n));
        answers.put("/people?functionalLead=", n -> "/people?functionalLead=" + words("lead " + n % Company.LEADS));
        answers.put(
                "/people?skill=&level=&after=",
                n -> "/people?skill=" + words("skill " + n % Company.SKILLS) + "&level=3&after=" + person(n));
        answers.put(
                "/people?region=&skill=&level=",
                n -> "/people?region=" + words("region " + n % Company.REGIONS) + "&skill="
                        + words("skill " + n % Company.SKILLS) + "&level=4");
        answers.put("/people/{id}", n -> "/people/" + person(n));
        answers.put("/people/{id}/availability", n -> "/people/" + person(n) + "/availability");
        answers.put("/availability", n -> "/availability");
        answers.put("/availability?after=", n -> "/availability?after=" + person(n));
        answers.put("/functional-leads", n -> "/functional-leads");
        answers.put("/functional-leads?after=", n -> "/functional-leads?after=" + words("lead " + n % Company.LEADS));
        answers.put("/skills", n -> "/skills");
        answers.put("/skills?after=", n -> "/skills?after=" + words("skill " + n % Company.SKILLS));
        answers.put("/value-areas/{area}/skills", n -> "/value-areas/revenue-operations/skills");
    }

    private static void addMethod(Map<String, IntFunction<String>> answers) {
        answers.put("/squads/{id}/cycles", n -> of(n, "/cycles"));
        answers.put("/squads/{id}/cycles?state=", n -> of(n, "/cycles?state=running"));
        answers.put("/squads/{id}/failure-budget", n -> of(n, "/failure-budget"));
        answers.put("/squads/{id}/decisions", n -> of(n, "/decisions"));
        answers.put("/squads/{id}/decision-rights", n -> of(n, "/decision-rights"));
        answers.put("/decisions?reviewDue=", n -> "/decisions?reviewDue=" + due(n));
        answers.put(
                "/decisions?reviewDue=&after=",
                n -> "/decisions?reviewDue=2027-12-31&after=" + due(n) + "_" + Company.squad(n));
        answers.put("/formations", n -> "/formations");
        answers.put("/formations?after=", n -> "/formations?after=" + Company.squad(n));
        answers.put("/playbooks", n -> "/playbooks");
        answers.put("/playbooks?after=", n -> "/playbooks?after=" + Company.squad(n));
        answers.put("/squads/{id}/playbook", n -> of(n, "/playbook"));
        answers.put("/squads/{id}/family", n -> of(n, "/family"));
    }

    private static void addPlatform(Map<String, IntFunction<String>> answers) {
        answers.put("/platform/capabilities", n -> "/platform/capabilities");
        answers.put(
                "/platform/capabilities?lifeStage=&after=",
                n -> "/platform/capabilities?lifeStage=live&after=" + Company.squad(n));
        answers.put("/platform/requests", n -> "/platform/requests");
        answers.put("/platform/requests?after=", n -> "/platform/requests?after=" + Company.squad(n));
        answers.put("/platform/requests?squad=", n -> "/platform/requests?squad=" + Company.squad(n));
        answers.put("/platform/requests?state=&after=", n -> "/platform/requests?state=open&after=" + Company.squad(n));
        answers.put("/platform/shared-people", n -> "/platform/shared-people");
        answers.put(
                "/platform/shared-people?after=",
                n -> "/platform/shared-people?after=" + Company.squad(n) + "~" + Company.squad(n));
        answers.put("/platform/shared-people?squad=", n -> "/platform/shared-people?squad=" + Company.squad(n));
        answers.put("/platform/adoption?share=", n -> "/platform/adoption?share=0.12");
        answers.put("/policies/global", n -> "/policies/global");
        answers.put("/policies/regions/{region}", n -> "/policies/regions/" + words("region " + n % Company.REGIONS));
        answers.put("/policies/squads/{id}", n -> "/policies" + of(n, ""));
        answers.put("/policies/effective?squad=", n -> "/policies/effective?squad=" + Company.squad(n));
        answers.put("/policies/diff?region=", n -> "/policies/diff?region=" + words("region " + n % Company.REGIONS));
    }

    private static String of(int squad, String what) {
        return "/squads/" + Company.squad(squad) + what;
    }

    private static Object person(int number) {
        return Company.person(number * (Company.PEOPLE / Company.SQUADS));
    }

    private static String words(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static LocalDate due(int number) {
        return FIRST_DUE.plusDays(number % DUE_DAYS);
    }

    /** Returns the median in milliseconds. */
    private double measure(String name, IntFunction<String> path) throws IOException, InterruptedException {
        long[] nanos = new long[REQUESTS];
        long bytes = 0;
        for (int request = -WARM_UP; request < REQUESTS; request++) {
            String asked = path.apply(1 + random.nextInt(Company.SQUADS));
            long start = System.nanoTime();
            String answer = asking.send(asking.get(asked)).body();
            if (request >= 0) {
                nanos[request] = System.nanoTime() - start;
                bytes += answer.length();
            }
        }
        Arrays.sort(nanos);
        double median = nanos[REQUESTS / 2] / 1e6;
        System.out.printf(
                "| `%s` | %.1f | %.1f | %,d |%n", name, median, nanos[REQUESTS * 99 / 100] / 1e6, bytes / REQUESTS);
        return median;
    }
}
