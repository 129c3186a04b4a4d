package org.customervaluesquads.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What is killed in one run, in which order, when, and for how long it stays down: the same for the same seed. */
record Kills(List<Kill> all) {

    private static final int AFTER_MILLIS_MAX = 4_000;
    private static final int DOWN_MILLIS_MAX = 2_500;

    /** Longer than a member's session: its partitions move to the other instance, and back when it returns. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(13);

    private static final Duration STARTED_WITHIN = Duration.ofMinutes(1);

    /** One kill, so long after its part of the load has begun. */
    record Kill(Member victim, Duration after, Duration down) {}

    /**
     * Each member once and some again, so that at least so many are killed; one of those that count is given up.
     *
     * @param services of which the first is the one that does not count
     */
    static Kills of(long seed, int least, Member broker, List<Member> services) {
        Random random = new Random(seed);
        List<Member> counting = services.subList(1, services.size());
        List<Member> victims = new ArrayList<>(services);
        victims.add(broker);
        while (victims.size() < least) {
            victims.add(random.nextInt(3) == 0 ? broker : counting.get(random.nextInt(counting.size())));
        }
        Collections.shuffle(victims, random);
        Member givenUp = counting.get(random.nextInt(counting.size()));
        int place = victims.indexOf(givenUp);
        List<Kill> kills = new ArrayList<>();
        for (Member victim : victims) {
            Duration after = Duration.ofMillis(random.nextInt(AFTER_MILLIS_MAX));
            Duration down = kills.size() == place ? GIVEN_UP : Duration.ofMillis(random.nextInt(DOWN_MILLIS_MAX));
            kills.add(new Kill(victim, after, down));
        }
        return new Kills(kills);
    }

    /** Kills one after the other while the load goes on, each when a part of its own has begun; starts all again. */
    void during(Load load) throws Exception {
        try (ScheduledExecutorService starts = Executors.newSingleThreadScheduledExecutor()) {
            List<ScheduledFuture<?>> started = new ArrayList<>();
            double parts = all.size() + 1;
            for (int i = 0; i < all.size(); i++) {
                load.release((i + 1) / parts);
                load.awaitBegun((i + 0.5) / parts);
                Kill kill = all.get(i);
                Thread.sleep(kill.after());
                load.fillInbox();
                kill.victim().kill();
                started.add(starts.schedule(kill.victim()::start, kill.down().toMillis(), TimeUnit.MILLISECONDS));
            }
            load.release(1);
            for (ScheduledFuture<?> start : started) {
                start.get(STARTED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        all.forEach(kill -> text.append(text.isEmpty() ? "" : ", ")
                .append(kill.victim())
                .append(" down ")
                .append(kill.down().toMillis())
                .append(" ms"));
        return text.toString();
    }
}
