package org.customervaluesquads.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The policies of one layer as they are now, on {@link Topics#POLICIES}; a later version replaces the whole layer.
 *
 * <p>What holds somewhere comes of the layers from the global one over the region's to the squad's: each refines the
 * ones before it, value by value, except for those that an earlier layer has locked. A layer may have been set before
 * an earlier one locked a value: then the locked value holds all the same.
 *
 * @param level global, region or squad
 * @param name the region's name or the squad's id; empty for the global layer
 * @param version rises by one with each change
 * @param values each kind and name at most once; none when the layer says nothing any more
 */
public record PolicyLayerPublished(String level, String name, long version, List<Value> values, Instant changedAt) {

    /**
     * A value that a layer sets.
     *
     * @param kind target, threshold, contact-rule, required-consent, retention or time-zone
     * @param name what it is of; of required consent the use, such as {@code intents} or {@code metrics}
     * @param value as it was set; of required consent the purposes that all have to be consented to, with commas
     *     between them
     * @param locked whether more specific layers have to leave it as it is
     */
    public record Value(String kind, String name, String value, boolean locked) {}
}
