package org.customervaluesquads.signalservice.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.SourceRegistered.KeyHash;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.Verdict.Rejected;
import org.customervaluesquads.signalservice.intake.Verdict.TurnedAway.KeyMissing;
import org.customervaluesquads.signalservice.intake.Verdict.TurnedAway.OverQuota;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.sources.WriteKeys;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final int QUOTA = 100;

    private final Sources sources = new Sources();
    private final HandOfTheClock clock = new HandOfTheClock();
    private final Admission admission = new Admission(sources, clock);

    AdmissionTest() {
        sources.remember(source("open", null, null));
        sources.remember(source("slow", null, QUOTA));
        sources.remember(source("shop", "shop-key", null));
        sources.remember(source("desk", "desk-key", null));
        sources.remember(source("closed", "k", null).withKeys(List.of(), NOON));
    }

    @Test
    void knowsTheCallerByItsKey() {
        assertThat(admission.callerOf("Bearer shop-key", NOON)).isEqualTo("shop");
        assertThat(admission.callerOf("Bearer another", NOON)).isNull();
        assertThat(admission.callerOf(null, NOON)).isNull();
    }

    @Test
    void turnsAwayWhatComesWithoutTheKeyOfItsSource() {
        List<Verdict> verdicts = admit(null, judged("open"), judged("shop"), judged("closed"));

        assertThat(verdicts.get(0)).isInstanceOf(Rejected.class);
        assertThat(verdicts.get(1)).isEqualTo(new KeyMissing("1", "shop"));
        assertThat(verdicts.get(2)).isEqualTo(new KeyMissing("1", "closed"));
    }

    @Test
    void refusesASignalOfAnotherSourceThanTheKeys() {
        List<Verdict> verdicts = admit("shop", judged("shop"), judged("desk"), judged("open"));

        assertThat(verdicts.get(0)).isEqualTo(judged("shop"));
        assertThat(verdicts.subList(1, 3))
                .allSatisfy(verdict -> assertThat(((Rejected) verdict).reasons())
                        .containsExactly(new Reason("source", "is another one than that of the write key")));
    }

    @Test
    void letsOnlyTheSourcesOwnKeyEnterItsOwnDoor() {
        assertThat(admission.mayEnter("open", null)).isTrue();
        assertThat(admission.mayEnter("shop", "shop")).isTrue();
        assertThat(admission.mayEnter("shop", null)).isFalse();
        assertThat(admission.mayEnter("shop", "desk")).isFalse();
        assertThat(admission.mayEnter("open", "desk")).isFalse();
    }

    @Test
    void throttlesASourceOverItsQuotaAndNoOtherInTheSameBatch() {
        admit(null, many("slow", Limits.BATCH_SIGNALS_MAX));

        List<Verdict> verdicts = admit(null, judged("open"), judged("slow"), judged("nobody"));

        assertThat(verdicts.get(1)).isEqualTo(new OverQuota("1", "slow", Duration.ofMillis(10)));
        assertThat(verdicts.get(0)).isEqualTo(judged("open"));
        assertThat(verdicts.get(2)).isEqualTo(judged("nobody"));
    }

    @Test
    void letsASourceSendAgainAtItsQuotaAfterTheWait() {
        admit(null, many("slow", Limits.BATCH_SIGNALS_MAX));
        Duration wait = admission.waitOf("slow").orElseThrow();

        clock.move(wait);

        assertThat(admission.waitOf("slow")).isEmpty();
        assertThat(admit(null, judged("slow"))).containsExactly(judged("slow"));
        assertThat(admit(null, judged("slow"))).first().isInstanceOf(OverQuota.class);
    }

    @Test
    void goesByAChangedQuotaAtOnce() {
        admit(null, many("slow", Limits.BATCH_SIGNALS_MAX));

        sources.remember(source("slow", null, 10 * QUOTA));

        assertThat(admission.waitOf("slow")).isEmpty();
    }

    @Test
    void countsWhatACallerSendsAgainstTheCallersOwnQuota() {
        sources.remember(source("shop", "shop-key", QUOTA));
        admit("shop", many("shop", Limits.BATCH_SIGNALS_MAX));

        assertThat(admit("shop", judged("open"))).first().isInstanceOf(OverQuota.class);
        assertThat(admit(null, judged("open"))).containsExactly(judged("open"));
    }

    @Test
    void letsNoSourceHaveMoreOnItsWayThanItsShare() {
        Offered large = new Offered.Legible(
                JsonNodeFactory.instance.objectNode(), "x".repeat((int) Turnstile.ON_ITS_WAY_CHARACTERS_MAX));
        Admission.Admitted first = admission.admit(null, List.of(large), List.of(judged("open")));

        assertThat(admit(null, judged("open"))).first().isInstanceOf(OverQuota.class);
        assertThat(admit(null, judged("slow"))).containsExactly(judged("slow"));
        first.leave();
        assertThat(admit(null, judged("open"))).containsExactly(judged("open"));
    }

    @Test
    void letsSoManyRequestsOfASourceBeMappedAtOnce() {
        List<Admission.Mapping> places = new ArrayList<>();
        for (int i = 0; i < Turnstile.MAPPED_AT_ONCE_MAX; i++) {
            places.add(admission.beginMapping("open").orElseThrow());
        }

        assertThat(admission.beginMapping("open")).isEmpty();
        assertThat(admission.beginMapping("slow")).isPresent();
        places.getFirst().close();
        assertThat(admission.beginMapping("open")).isPresent();
    }

    private List<Verdict> admit(String caller, Verdict... judged) {
        List<Offered> offered =
                Collections.nCopies(judged.length, new Offered.Legible(JsonNodeFactory.instance.objectNode(), "{}"));
        Admission.Admitted admitted = admission.admit(caller, offered, List.of(judged));
        admitted.leave();
        return admitted.verdicts();
    }

    /** Refused ones count like all others: each is a record too. */
    private static Verdict judged(String source) {
        return new Rejected("1", source, List.of(new Reason("type", "is missing")));
    }

    private static Verdict[] many(String source, int count) {
        return Collections.nCopies(count, judged(source)).toArray(Verdict[]::new);
    }

    private static SourceRegistered source(String id, String key, Integer signalsPerSecond) {
        List<KeyHash> keys = key == null ? null : List.of(new KeyHash("k", WriteKeys.hashOf(key), NOON, null));
        return new SourceRegistered(id, "sales", null, null, null, keys, signalsPerSecond, null, null, null, NOON);
    }

    private static final class HandOfTheClock implements TimeMeter {

        private long nanos;

        void move(Duration span) {
            nanos += span.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
