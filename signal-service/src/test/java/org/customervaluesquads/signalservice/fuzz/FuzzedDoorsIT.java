package org.customervaluesquads.signalservice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Malformed input at every door, with right signals among it: no 5xx, no lost signal, no growing memory. A longer run is
 * {@code -Dfuzz.inputs=10000}, another one {@code -Dfuzz.seed=…}.
 */
@RealParts
class FuzzedDoorsIT {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzedDoorsIT.class);
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_105L);
    private static final String FAULT = "by a fault of the service";
    private static final int ONE_IN = 20;
    private static final int INBOX_ONE_IN = 8;
    private static final int MEASURED_AFTER = 1_000;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long GROWTH_MAX = 32 * MEBIBYTE;

    private final Requests requests = new Requests();
    private final List<String> broken = new ArrayList<>();

    /** What was refused as a whole and has to be kept, by its fingerprint: the texts would fill the memory measured. */
    private final Set<UUID> refused = new HashSet<>();

    @Test
    void answersNothingWith5xxAndLosesNothingAndKeepsItsMemory() throws Exception {
        Ready.untilReady();
        Map<String, String> authorized = FuzzedDoors.open();
        Instant began = Instant.now();
        long heapBefore;
        RightSignals right;
        try (FuzzedInbox inbox = new FuzzedInbox(SEED)) {
            right = new RightSignals(requests, inbox, authorized);
            heapBefore = sendAll(FuzzedDoors.all(authorized), inbox, right);
            right.sendLast();
        }
        long heapAfter = heapAfterCollection();

        assertThat(broken).isEmpty();
        assertThat(heapAfter - heapBefore).isLessThan(GROWTH_MAX);
        assertEachCountedOnce(right.sent());
        assertEachKept();
        LOG.atInfo()
                .addKeyValue("inputs", INPUTS)
                .addKeyValue("right", right.sent().size())
                .addKeyValue("seconds", Duration.between(began, Instant.now()).toSeconds())
                .addKeyValue("heapBeforeMiB", heapBefore / MEBIBYTE)
                .addKeyValue("heapAfterMiB", heapAfter / MEBIBYTE)
                .log("fuzzed");
    }

    /** Gives the heap as it was when the doors had seen a part of it. */
    private long sendAll(List<FuzzedDoor> doors, FuzzedInbox inbox, RightSignals right) throws Exception {
        Mutator mutator = new Mutator(SEED);
        Random random = new Random(SEED);
        long heapBefore = 0;
        for (int i = 0; i < INPUTS; i++) {
            if (i == MEASURED_AFTER) {
                heapBefore = heapAfterCollection();
            }
            if (random.nextInt(INBOX_ONE_IN) == 0) {
                remember(inbox.putBroken());
            } else {
                FuzzedDoor door = doors.get(random.nextInt(doors.size()));
                send(door, mutator.broken(door), door.equals(doors.getFirst()));
            }
            if (i % ONE_IN == 0) {
                right.sendOne();
            }
        }
        return heapBefore;
    }

    private void send(FuzzedDoor door, Mutator.Sent sent, boolean ofOneSignal) throws Exception {
        int status = requests.send(door.method(), door.path(), sent);
        if (status >= 500) {
            broken.add(door.method() + " " + door.path() + " " + status + " " + sent.headers);
        }
        // Where a request is one signal in plain JSON, what is kept of it is its body.
        boolean plain = ofOneSignal && sent.headers.isEmpty() && sent.contentType.equals(door.contentType());
        if (plain && (status == 400 || status == 422)) {
            remember(new String(sent.body, UTF_8));
        }
    }

    /** Once the last signal of the same customer is there, nothing is on its way that could be a second of another. */
    private void assertEachCountedOnce(Set<String> sent) throws Exception {
        OnTopic.read(Topics.SIGNALS, sent.size(), signal -> sent.contains(signal.id()));
        requests.send("POST", "/signals", new Mutator.Sent(FuzzedDoors.JSON, Map.of(), RightSignals.signal("behind")));
        assertThat(OnTopic.readUntil(Topics.SIGNALS, signal -> signal.id().equals("behind")))
                .extracting(SignalRecorded::id)
                .filteredOn(sent::contains)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    private void assertEachKept() {
        List<String> faults = new ArrayList<>();
        OnTopic.read(Topics.SIGNALS_REJECTED, refused.size(), kept -> {
            kept.errors().stream()
                    .map(Reason::reason)
                    .filter(reason -> reason.contains(FAULT))
                    .forEach(faults::add);
            return refused.remove(fingerprint(kept.original()));
        });
        assertThat(faults).isEmpty();
        assertThat(refused).as("refused and not kept").isEmpty();
    }

    private void remember(@Nullable String original) {
        if (original != null) {
            refused.add(fingerprint(original));
        }
    }

    private static UUID fingerprint(String original) {
        return UUID.nameUUIDFromBytes(original.getBytes(UTF_8));
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
