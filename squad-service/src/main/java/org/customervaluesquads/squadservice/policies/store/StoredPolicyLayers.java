package org.customervaluesquads.squadservice.policies.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.customervaluesquads.squadservice.policies.Layer;
import org.customervaluesquads.squadservice.policies.PolicyLayer;
import org.customervaluesquads.squadservice.policies.PolicyLayers;
import org.hibernate.Session;

/** Layers of policies in PostgreSQL. */
@ApplicationScoped
class StoredPolicyLayers implements PolicyLayers {

    /** A layer gets its row when it is first held, so that two who set it first wait for each other. */
    private static final String BEGIN = """
            insert into policy_layer (level, name, version, kinds, names, contents, locks)
            values (:level, :name, 0, '{}', '{}', '{}', '{}') on conflict (level, name) do nothing""";

    private final Session database;

    StoredPolicyLayers(Session database) {
        this.database = database;
    }

    @Override
    public Map<Layer, PolicyLayer> of(Collection<Layer> layers) {
        List<String> names = layers.stream().map(Layer::name).distinct().toList();
        return database.createQuery("from PolicyLayerRow where name in :names", PolicyLayerRow.class)
                .setParameter("names", names)
                .getResultStream()
                .map(PolicyLayerRow::layer)
                .filter(found -> layers.contains(found.layer()))
                .collect(toMap(PolicyLayer::layer, Function.identity()));
    }

    @Override
    public PolicyLayer hold(Layer layer) {
        database.createNativeMutationQuery(BEGIN)
                .setParameter("level", layer.level().name())
                .setParameter("name", layer.name())
                .executeUpdate();
        return database.find(PolicyLayerRow.class, key(layer), LockModeType.PESSIMISTIC_WRITE)
                .layer();
    }

    @Override
    public void replace(PolicyLayer layer) {
        database.find(PolicyLayerRow.class, key(layer.layer())).take(layer);
    }

    private static PolicyLayerRow.Key key(Layer layer) {
        return new PolicyLayerRow.Key(layer.level(), layer.name());
    }
}
