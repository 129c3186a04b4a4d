package org.customervaluesquads.squadservice.policies.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.policies.Layer;
import org.customervaluesquads.squadservice.policies.Policy;
import org.customervaluesquads.squadservice.policies.PolicyKind;
import org.customervaluesquads.squadservice.policies.PolicyLayer;

/** The policies of a layer, in the table {@code policy_layer}; as four arrays of one length. */
@Entity
@Table(name = "policy_layer")
@IdClass(PolicyLayerRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PolicyLayerRow {

    @Id
    @Enumerated(EnumType.STRING)
    Layer.Level level;

    @Id
    String name;

    long version;
    String[] kinds;
    String[] names;
    String[] contents;
    boolean[] locks;

    void take(PolicyLayer layer) {
        List<Policy> policies = layer.policies();
        version = layer.version();
        kinds = policies.stream().map(policy -> policy.key().kind().name()).toArray(String[]::new);
        names = policies.stream().map(policy -> policy.key().name()).toArray(String[]::new);
        contents = policies.stream().map(Policy::value).toArray(String[]::new);
        locks = new boolean[policies.size()];
        for (int place = 0; place < locks.length; place++) {
            locks[place] = policies.get(place).locked();
        }
    }

    PolicyLayer layer() {
        List<Policy> policies =
                IntStream.range(0, kinds.length).mapToObj(this::policy).toList();
        return new PolicyLayer(new Layer(level, name), version, policies);
    }

    private Policy policy(int place) {
        return new Policy(
                new Policy.Key(PolicyKind.valueOf(kinds[place]), names[place]), contents[place], locks[place]);
    }

    /** What tells one layer from another. */
    record Key(Layer.Level level, String name) {}
}
