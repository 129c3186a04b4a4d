package org.customervaluesquads.signalservice.admission;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.Verdict.TurnedAway;
import org.customervaluesquads.signalservice.sources.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Decides after judging and before the log which signals may pass: a source that has keys demands one, each source has
 * its quota, and no source has more on its way to the log than its share.
 *
 * <p>What a caller with a key sends counts against the key's source; otherwise each signal counts against the source that
 * it names, and whatever names no registered source shares one turnstile. The quota holds on each instance.
 */
public final class Admission {

    /** No registered source has this id. */
    private static final String UNREGISTERED = "";

    private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();
    private final Sources sources;
    private final TimeMeter time;

    /** Admits by what is registered of the sources. */
    public Admission(Sources sources, TimeMeter time) {
        this.sources = sources;
        this.time = time;
    }

    /** The source whose key a request bears in its {@code Authorization}; null when it bears none that opens a door. */
    public @Nullable String callerOf(@Nullable String authorization, Instant now) {
        return sourceOf(PresentedKey.hashIn(authorization), now);
    }

    /** The same of a key that stands in the body, as some of Segment's clients send it. */
    public @Nullable String callerWith(String key, Instant now) {
        return sourceOf(PresentedKey.hashOf(key), now);
    }

    /** Whether a caller may send for a source that the door itself knows. */
    public boolean mayEnter(String sourceId, @Nullable String caller) {
        return caller == null ? !demandsKey(sourceId) : caller.equals(sourceId);
    }

    /** How long a source has to wait before it is worth reading what it sends; empty if not at all. */
    public Optional<Duration> waitOf(String sourceId) {
        return Optional.ofNullable(turnstile(sourceId).waitForOne(perSecond(sourceId)));
    }

    /** Takes one of the source's places for mapping events; empty when all are taken. */
    public Optional<Mapping> beginMapping(String sourceId) {
        Turnstile turnstile = turnstile(sourceId);
        return turnstile.beginsMapping() ? Optional.of(turnstile::endsMapping) : Optional.empty();
    }

    /** A place for mapping events, to be given back. */
    public interface Mapping extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets the signals of one request pass that may; what was judged of the others gives way to why they may not. */
    public Admitted admit(@Nullable String caller, List<? extends Offered> offered, List<Verdict> judged) {
        List<Verdict> verdicts = new ArrayList<>(judged.size());
        Map<String, Party> parties = new HashMap<>();
        Party[] partyOf = new Party[judged.size()];
        Party last = null;
        for (int i = 0; i < judged.size(); i++) {
            Verdict verdict = keyed(judged.get(i), caller);
            verdicts.add(verdict);
            if (!(verdict instanceof TurnedAway)) {
                String payer = caller == null ? payerOf(verdict) : caller;
                if (last == null || !last.sourceId.equals(payer)) {
                    last = parties.computeIfAbsent(payer, id -> new Party(id, turnstile(id)));
                }
                last.add(offered.get(i));
                partyOf[i] = last;
            }
        }
        if (enter(parties.values())) {
            for (int i = 0; i < partyOf.length; i++) {
                Party party = partyOf[i];
                if (party != null && party.wait != null) {
                    verdicts.set(i, new TurnedAway.OverQuota(judged.get(i).signalId(), party.sourceId, party.wait));
                }
            }
        }
        return new Admitted(verdicts, List.copyOf(parties.values()));
    }

    /** Whether somebody has to wait. */
    private boolean enter(Collection<Party> parties) {
        boolean waits = false;
        for (Party party : parties) {
            party.wait = party.turnstile.enter(party.signals, party.characters, perSecond(party.sourceId));
            waits |= party.wait != null;
        }
        return waits;
    }

    private Verdict keyed(Verdict judged, @Nullable String caller) {
        String named = judged.source();
        if (caller == null) {
            return named != null && demandsKey(named) ? new TurnedAway.KeyMissing(judged.signalId(), named) : judged;
        }
        return named == null || named.equals(caller)
                ? judged
                : new Verdict.Rejected(
                        judged.signalId(),
                        caller, // who sent it; kept as the other's, it could be replayed as the other's own
                        List.of(new Reason("source", "is another one than that of the write key")));
    }

    private @Nullable String sourceOf(@Nullable String hash, Instant now) {
        SourceRegistered source = hash == null ? null : sources.ofKey(hash, now);
        return source == null ? null : source.sourceId();
    }

    /** Whether the source lets nothing in without one of its keys. */
    public boolean demandsKey(String sourceId) {
        SourceRegistered source = sources.find(sourceId);
        return source != null && source.keys() != null;
    }

    private String payerOf(Verdict verdict) {
        String named = verdict.source();
        return named == null || sources.find(named) == null ? UNREGISTERED : named;
    }

    private @Nullable Integer perSecond(String sourceId) {
        SourceRegistered source = sources.find(sourceId);
        return source == null ? null : source.signalsPerSecond();
    }

    private Turnstile turnstile(String sourceId) {
        return turnstiles.computeIfAbsent(sourceId, id -> new Turnstile(time));
    }

    /** The signals of one source in one request. */
    private static final class Party {

        private final String sourceId;
        private final Turnstile turnstile;
        private int signals;
        private long characters;
        private @Nullable Duration wait;

        Party(String sourceId, Turnstile turnstile) {
            this.sourceId = sourceId;
            this.turnstile = turnstile;
        }

        void add(Offered signal) {
            signals++;
            characters += signal.length();
        }
    }

    /** What passed, and what did not. */
    public static final class Admitted {

        private final List<Verdict> verdicts;
        private final List<Party> parties;

        private Admitted(List<Verdict> verdicts, List<Party> parties) {
            this.verdicts = verdicts;
            this.parties = parties;
        }

        /** One verdict a signal, in order. */
        public List<Verdict> verdicts() {
            return verdicts;
        }

        /** To be called once, when what passed is in the log or failed to get there. */
        public void leave() {
            for (Party party : parties) {
                if (party.wait == null) {
                    party.turnstile.leave(party.characters);
                }
            }
        }
    }
}
