package org.customervaluesquads.squadservice.policies.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.outbox.Outbox;
import org.customervaluesquads.squadservice.policies.Layer;
import org.customervaluesquads.squadservice.policies.Policy;
import org.customervaluesquads.squadservice.policies.PolicyAnnouncements;
import org.customervaluesquads.squadservice.policies.PolicyLayer;

/** Announcements of policies: each layer whole to {@code policies}, by way of the outbox. */
@ApplicationScoped
class OutboxPolicyAnnouncements implements PolicyAnnouncements {

    private static final String TYPE = "policies.changed";

    private final Outbox outbox;
    private final Supplier<UUID> ids;

    OutboxPolicyAnnouncements(Outbox outbox, Supplier<UUID> ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public void announce(PolicyLayer layer, Instant changedAt) {
        outbox.leave(
                Topics.POLICIES,
                key(layer.layer()),
                published(layer, changedAt),
                new Outbox.Cause(ids.get().toString(), TYPE, changedAt));
    }

    private static String key(Layer layer) {
        return layer.equals(Layer.GLOBAL) ? layer.level().toString() : layer.level() + ":" + layer.name();
    }

    private static PolicyLayerPublished published(PolicyLayer layer, Instant changedAt) {
        List<PolicyLayerPublished.Value> values =
                layer.policies().stream().map(OutboxPolicyAnnouncements::value).toList();
        return new PolicyLayerPublished(
                layer.layer().level().toString(), layer.layer().name(), layer.version(), values, changedAt);
    }

    private static PolicyLayerPublished.Value value(Policy policy) {
        return new PolicyLayerPublished.Value(
                policy.key().kind().toString(), policy.key().name(), policy.value(), policy.locked());
    }
}
