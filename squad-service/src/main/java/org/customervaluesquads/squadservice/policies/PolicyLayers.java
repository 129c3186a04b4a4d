package org.customervaluesquads.squadservice.policies;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The layers of policies. */
public interface PolicyLayers {

    /** These layers, in one query; one in which nothing was ever set is empty. */
    Map<Layer, PolicyLayer> of(Collection<Layer> layers);

    /** A layer, which nobody else can change before the transaction has ended. */
    PolicyLayer hold(Layer layer);

    /** Keeps a layer in place of what it was. */
    void replace(PolicyLayer layer);

    /** One layer. */
    default PolicyLayer of(Layer layer) {
        return of(List.of(layer)).getOrDefault(layer, PolicyLayer.empty(layer));
    }
}
