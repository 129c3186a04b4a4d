package org.customervaluesquads.signalservice.who.streams;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.metering.SkippedRecords;
import org.customervaluesquads.signalservice.who.Known;
import org.customervaluesquads.signalservice.who.Link;
import org.customervaluesquads.signalservice.who.Tie;

/** Takes the steps that other partitions sent: to a subject, whose it is; to a customer, what its subjects bring. */
public final class TakeIdentitySteps implements Processor<String, IdentityStepTaken, String, Object> {

    /** Ids that were said to be each other's earlier ones in a ring pass a step on no further than this. */
    private static final int HOPS_MAX = 8;

    private final Consents consents;
    private final int customersMax;
    private ProcessorContext<String, Object> context;
    private Resolving resolving;
    private Forgetting forgetting;

    /**
     * Resolves under consents.
     *
     * @param customersMax a device with more customers than this is nobody's
     */
    @SuppressWarnings("NullAway") // the context is given by init, before the first record
    public TakeIdentitySteps(Consents consents, int customersMax) {
        this.consents = consents;
        this.customersMax = customersMax;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.resolving = new Resolving(consents, customersMax, context);
        this.forgetting = new Forgetting(resolving, context);
    }

    @Override
    public void process(Record<String, IdentityStepTaken> record) {
        Optional<String> flaw = Flaw.of(record);
        if (flaw.isPresent()) {
            SkippedRecords.skip("take-identity-steps", context, flaw.get());
            return;
        }
        Known known = resolving.known(record.key());
        Known now = taken(record, record.value(), known);
        if (!now.equals(known)) {
            resolving.keep(record.key(), now);
        }
    }

    private Known taken(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        return switch (step.kind()) {
            case LINK -> resolving.settle(record, known, linked(known, step, false));
            case UNMERGE -> resolving.settle(record, known, linked(known, step, true));
            case NOTE -> known.answered(step.subject(), Tie.State.of(Objects.requireNonNull(step.tie())));
            case JOIN -> join(record, step, known);
            case HEAR -> hear(record, step, known);
            case LEAVE -> leave(record, step, known);
            case RETURN -> takeBack(record, step, known);
            case ERASE -> forgetting.forget(record, step, known);
        };
    }

    private static Known linked(Known known, IdentityStepTaken step, boolean unmerged) {
        return known.with(known.links().with(step.customerId(), new Link(step.at(), step.by(), unmerged)));
    }

    private Known join(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        if (!known.ties().containsKey(step.from())) {
            return known;
        }
        Known now = step.consent() == null ? known : known.consenting(step.consent());
        if (!passesOn(record, step, now)) {
            resolving.move(record, new Move.Joined(step.from(), step.subject(), Objects.requireNonNull(step.state())));
        }
        return now;
    }

    /** A signal on its way from somebody who was erased in between belongs to nobody. */
    private Known hear(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        if (!known.ties().containsKey(step.from())) {
            resolving.withhold(record, Objects.requireNonNull(step.signal()), "erased");
            return known;
        }
        return passesOn(record, step, known)
                ? known
                : resolving.derive(record, known, step.from(), step.subject(), Objects.requireNonNull(step.signal()));
    }

    private Known leave(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        if (!passesOn(record, step, known)) {
            resolving.move(record, new Move.Left(step));
        }
        return known;
    }

    /** A state that comes back stays where it belongs now, and otherwise goes on to whose it is. */
    private Known takeBack(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        String key = record.key();
        boolean own = step.subject().equals(key);
        Tie tie = known.ties().get(step.subject());
        if (!own && step.hops() < HOPS_MAX && (tie == null || tie.state() != Tie.State.JOINED)) {
            resolving.send(record, step.subject(), Steps.passedOn(step, key, step.subject()));
        } else if (known.owner() != null && step.hops() < HOPS_MAX) {
            resolving.send(record, known.owner(), Steps.joinedBack(step, key, known.owner()));
        } else {
            resolving.move(
                    record,
                    own
                            ? new Move.Returned(Objects.requireNonNull(step.state()))
                            : new Move.Joined(step.subject(), step.subject(), Objects.requireNonNull(step.state())));
        }
        return known;
    }

    private boolean passesOn(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        String owner = known.owner();
        if (owner == null || step.hops() >= HOPS_MAX) {
            return false;
        }
        resolving.send(record, owner, Steps.passedOn(step, record.key(), owner));
        return true;
    }
}
