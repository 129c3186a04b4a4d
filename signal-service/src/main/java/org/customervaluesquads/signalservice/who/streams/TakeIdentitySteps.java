package org.customervaluesquads.signalservice.who.streams;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
            case LINK -> link(record, step, known);
            case UNMERGE -> unmerge(record, step, known);
            case NOTE -> known.answered(step.subject(), Tie.State.of(Objects.requireNonNull(step.tie())));
            case JOIN -> join(record, step, known);
            case HEAR -> hear(record, step, known);
            case LEAVE -> leave(record, step, known);
            case RETURN -> takeBack(record, step, known);
            case UNTIE -> resolving.settle(record, known, known.untied(step.subject()));
            case ERASE -> forgetting.forget(record, step, known);
        };
    }

    /** Nobody keeps a tie to a subject that cannot keep the link: it could not be found when the subject is erased. */
    private Known link(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        Set<String> said = new TreeSet<>(known.links().byCustomer().keySet());
        said.add(step.customerId());
        Known now = resolving.settle(record, known, linked(known, step, false));
        said.removeAll(now.links().byCustomer().keySet());
        for (String customer : said) {
            resolving.send(record, customer, Steps.untie(record.key(), customer, step.at(), step.by()));
        }
        return now;
    }

    /**
     * It goes by way of the customer, behind what that one said of the subject before. So where the link is no longer
     * known, it was erased in between.
     */
    private Known unmerge(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        boolean askedOfCustomer = !step.subject().equals(record.key());
        if (askedOfCustomer && known.ties().containsKey(step.subject())) {
            resolving.send(record, step.subject(), step);
        }
        return askedOfCustomer || !known.links().byCustomer().containsKey(step.customerId())
                ? known
                : resolving.settle(record, known, linked(known, step, true));
    }

    private static Known linked(Known known, IdentityStepTaken step, boolean unmerged) {
        return known.with(known.links().with(step.customerId(), new Link(step.at(), step.by(), unmerged)));
    }

    private Known join(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        if (!known.ties().containsKey(step.from())) {
            return known;
        }
        Known now = step.consent() == null ? known : known.consenting(step.consent());
        if (!passesOn(record, step, now) && step.state() != null) {
            resolving.move(record, new Move.Joined(Part.in(step), step.state()));
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
                : resolving.derive(record, known, Part.in(step), Objects.requireNonNull(step.signal()));
    }

    private Known leave(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        if (!passesOn(record, step, known)) {
            resolving.move(record, new Move.Left(step));
        }
        return known;
    }

    /** A state that comes back out of a life that was erased in between ends here. */
    private Known takeBack(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        boolean lives = step.life() != null && known.lives(step.life());
        if (lives && known.owner() != null) {
            resolving.send(record, known.owner(), Steps.joinedBack(step, record.key(), known.owner()));
        } else if (lives) {
            resolving.move(record, new Move.Returned(Objects.requireNonNull(step.state())));
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
