package org.customervaluesquads.signalservice.rejected.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.signalservice.intents.rest.Instances;
import org.customervaluesquads.signalservice.rejected.Asked;
import org.customervaluesquads.signalservice.rejected.Place;
import org.customervaluesquads.signalservice.rejected.streams.KeepRejected;
import org.customervaluesquads.signalservice.rejected.streams.RejectedSignals;
import org.jspecify.annotations.Nullable;

/** Reads refused signals, here and on the other instances. */
@ApplicationScoped
class ReadingRejected {

    private final RejectedSignals rejected;
    private final Instances instances;

    ReadingRejected(RejectedSignals rejected, Instances instances) {
        this.rejected = rejected;
        this.instances = instances;
    }

    Optional<SignalRejected> find(String id, boolean onlyHere) {
        Instances.Holders holders = instances.holdersOf(KeepRejected.STORE);
        Optional<SignalRejected> here = onlyHere || holders.includeThisOne() ? rejected.find(id) : Optional.empty();
        if (here.isPresent() || onlyHere) {
            return here;
        }
        for (OtherKeeper other : holders.others(OtherKeeper.class)) {
            try {
                return Optional.of(other.find(id, instances.name()));
            } catch (NotFoundException notThere) {
                // another one may hold it
            }
        }
        holders.requireUnmoved();
        return Optional.empty();
    }

    RejectedView list(Asked asked, @Nullable String behind, int limit, boolean onlyHere) {
        int oneMore = limit + 1;
        Instances.Holders holders = instances.holdersOf(KeepRejected.STORE);
        List<SignalRejected> found = new ArrayList<>(rejected.list(asked, behind, oneMore));
        if (!onlyHere) {
            for (OtherKeeper other : holders.others(OtherKeeper.class)) {
                found.addAll(other.list(
                                asked.source(),
                                asked.door(),
                                asked.field(),
                                asked.reason(),
                                asked.from() == null ? null : asked.from().toString(),
                                asked.to() == null ? null : asked.to().toString(),
                                asked.open(),
                                behind,
                                limit,
                                instances.name())
                        .items());
            }
            holders.requireUnmoved();
            found.sort(Place.NEWEST_FIRST);
        }
        List<SignalRejected> page = List.copyOf(found.subList(0, Math.min(limit, found.size())));
        boolean more = found.size() > limit || (!onlyHere && found.size() == limit);
        return new RejectedView(page, more ? Place.of(page.getLast()) : null);
    }
}
