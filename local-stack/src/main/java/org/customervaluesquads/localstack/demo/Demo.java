package org.customervaluesquads.localstack.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongConsumer;
import org.customervaluesquads.localstack.demo.FormingSquads.Formed;
import org.customervaluesquads.localstack.replay.BatchAnswer;
import org.customervaluesquads.localstack.replay.PatientHttp;
import org.customervaluesquads.localstack.replay.SignalDoor;

/** A month of a made-up company, sent through the real doors of a running stack. */
public final class Demo {

    private static final long SEED = 20_260_101;
    private static final int BATCH = 500;

    private final Month month;
    private final Instant end;
    private final Services services;
    private final SignalDoor door;
    private List<Formed> squads = List.of();

    private Demo(Instant end, Services services, SignalDoor door) {
        this.month = Month.endingAt(end, SEED);
        this.end = end;
        this.services = services;
        this.door = door;
    }

    /** The month that ends now, for the services that answer there. */
    public static Demo endingAt(Instant end, URI squads, URI signals, URI metrics, PatientHttp http) {
        return new Demo(end, new Services(squads, signals, metrics, http), new SignalDoor(signals, http));
    }

    /** How many signals there are to send. */
    public int signals() {
        return month.happenings().size();
    }

    /** Forms the squads, their people in them from the month's beginning on. */
    public void formSquads() {
        squads = new FormingSquads(services, begin().atZone(ZoneOffset.UTC).toLocalDate()).all();
    }

    /**
     * Registers the five sources and sends the month.
     *
     * @param sent is told how many were answered so far
     * @return how many were accepted
     */
    public long send(LongConsumer sent) {
        for (Source source : Source.values()) {
            door.register(source.id(), new SignalDoor.NewSource(source.silo(), source.channel(), null));
        }
        long accepted = 0;
        for (int from = 0; from < signals(); from += BATCH) {
            int to = Math.min(from + BATCH, signals());
            List<byte[]> batch = month.happenings().subList(from, to).stream()
                    .map(one -> one.signal().toString().getBytes(StandardCharsets.UTF_8))
                    .toList();
            BatchAnswer answer = door.send(batch);
            accepted += answer.accepted();
            sent.accept(to);
        }
        return accepted;
    }

    /** What the services make of it. */
    public Outcome outcome() {
        return new Outcome(services, squads, begin(), end);
    }

    private Instant begin() {
        return end.minus(Duration.ofDays(Month.DAYS));
    }
}
