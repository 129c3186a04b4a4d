package org.customervaluesquads.signalservice.who;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.customervaluesquads.contracts.IdentityStepTaken.Consent;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who somebody is; most customers and devices have none of it.
 *
 * @param links as a subject: the customers that it was said to be
 * @param owner as a subject: the customer to whom its state went
 * @param ties as a customer: the devices and earlier ids that were said to be this customer
 * @param account the account that the customer was grouped under last
 * @param consent what was stated last on consent
 * @param consentingSources the sources whose agreement stands for the customer's where a region demands one
 * @param life where its state went out first; what comes back to another life is of somebody who was erased
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Known(
        Links links,
        @Nullable String owner,
        Map<String, Tie> ties,
        @Nullable Account account,
        @Nullable Consent consent,
        Set<String> consentingSources,
        @Nullable String life) {

    /** More devices than this one customer cannot have; a further one stays by itself. */
    public static final int TIES_MAX = 64;

    private static final int SOURCES_MAX = 64;

    private static final int OWN_BYTES = 400;
    private static final int RELATION_BYTES = 300;

    public static final Known NOTHING = new Known(Links.NONE, null, Map.of(), null, null, Set.of(), null);

    /** The account of a customer, and since when. */
    public record Account(String id, Instant at, String by) {}

    /** What is stored; absent parts are empty. */
    @SuppressWarnings("NullAway") // Jackson gives null for what was left out as empty
    public Known {
        links = links == null ? Links.NONE : links;
        ties = ties == null ? Map.of() : Map.copyOf(ties);
        consentingSources = consentingSources == null ? Set.of() : Set.copyOf(consentingSources);
    }

    /** What it takes in memory, about. */
    public int heldBytes() {
        int relations = links.byCustomer().size() + ties.size() + consentingSources.size();
        return OWN_BYTES + relations * RELATION_BYTES;
    }

    /** Whether any device is, or may soon be, part of this customer. */
    public boolean hasParts() {
        return !ties.isEmpty();
    }

    /**
     * How this subject stands to each customer. When two ids were each said to be the earlier one of the other, the later
     * saying holds, so that neither waits for the other.
     */
    public Map<String, Tie.State> standings(int customersMax) {
        Map<String, Tie.State> standings = new TreeMap<>(links.standings(customersMax));
        standings.replaceAll((customer, state) -> {
            Tie back = ties.get(customer);
            Link link = Objects.requireNonNull(links.byCustomer().get(customer));
            boolean wasTurned = back != null && isNewer(back.at(), back.by(), link.at(), link.by());
            return wasTurned && state == Tie.State.JOINED ? Tie.State.OTHER : state;
        });
        return standings;
    }

    /** With other links. */
    public Known with(Links now) {
        return new Known(now, owner, ties, account, consent, consentingSources, life);
    }

    /**
     * With another owner.
     *
     * @param place where in the log that was settled: the name of a life that begins by it
     */
    public Known ownedBy(@Nullable String now, String place) {
        String lives = life == null && now != null ? place : life;
        return new Known(links, now, ties, account, consent, consentingSources, lives);
    }

    /** Whether what comes back is out of the life of now, and not out of one that was erased. */
    public boolean lives(String of) {
        return of.equals(life);
    }

    /** With a subject said to be this customer; the same when the customer has as many as it can have. */
    public Known tied(String subject, Tie tie) {
        Tie before = ties.get(subject);
        if (before == null && ties.size() >= TIES_MAX) {
            return this;
        }
        TreeMap<String, Tie> more = new TreeMap<>(ties);
        more.put(subject, before == null || isEarlier(tie, before) ? tie.in(stateOf(before, tie)) : before);
        return new Known(links, owner, more, account, consent, consentingSources, life);
    }

    /** With the answer of a subject; the same when nobody asked, for then it was erased in between. */
    public Known answered(String subject, Tie.State state) {
        Tie before = ties.get(subject);
        if (before == null) {
            return this;
        }
        TreeMap<String, Tie> more = new TreeMap<>(ties);
        more.put(subject, before.in(state));
        return new Known(links, owner, more, account, consent, consentingSources, life);
    }

    /** Without a subject that was erased. */
    public Known untied(String subject) {
        TreeMap<String, Tie> fewer = new TreeMap<>(ties);
        fewer.remove(subject);
        return new Known(links, owner, fewer, account, consent, consentingSources, life);
    }

    /** With an account, if it was stated later than the one that is known. */
    public Known grouped(Account stated) {
        boolean newer = account == null || isNewer(stated.at(), stated.by(), account.at(), account.by());
        return newer ? new Known(links, owner, ties, stated, consent, consentingSources, life) : this;
    }

    /** With a statement on consent, if it was made later than the one that is known. */
    public Known consenting(Consent stated) {
        boolean newer = consent == null || isNewer(stated.at(), stated.by(), consent.at(), consent.by());
        return newer ? new Known(links, owner, ties, account, stated, consentingSources, life) : this;
    }

    /** With a source whose agreement stood for the customer's. */
    public Known consentingBy(String source) {
        if (consentingSources.contains(source) || consentingSources.size() >= SOURCES_MAX) {
            return this;
        }
        TreeSet<String> more = new TreeSet<>(consentingSources);
        more.add(source);
        return new Known(links, owner, ties, account, consent, more, life);
    }

    private static Tie.State stateOf(@Nullable Tie before, Tie tie) {
        return before == null ? tie.state() : before.state();
    }

    private static boolean isEarlier(Tie one, Tie other) {
        return isNewer(other.at(), other.by(), one.at(), one.by());
    }

    private static boolean isNewer(Instant at, String by, Instant thanAt, String thanBy) {
        int compared = at.compareTo(thanAt);
        return compared > 0 || (compared == 0 && by.compareTo(thanBy) > 0);
    }
}
