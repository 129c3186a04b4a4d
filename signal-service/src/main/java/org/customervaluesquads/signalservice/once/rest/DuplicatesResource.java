package org.customervaluesquads.signalservice.once.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.customervaluesquads.signalservice.intents.rest.Asked;
import org.customervaluesquads.signalservice.intents.rest.Instances;
import org.customervaluesquads.signalservice.intents.rest.OtherInstance;
import org.customervaluesquads.signalservice.once.Differing;
import org.customervaluesquads.signalservice.once.streams.DifferingDuplicates;
import org.customervaluesquads.signalservice.topology.OnceCaughtUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signals that came again with another content: the first was counted, and the source should know. */
@Path("/signals/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "signals", description = "Doors for signals")
@OnceCaughtUp
public class DuplicatesResource {

    private static final Comparator<Differing.Seen> NEWEST_FIRST =
            Comparator.comparing(Differing.Seen::recordedAt).reversed().thenComparing(Differing.Seen::id);

    private final KafkaStreams streams;
    private final Instances instances;

    DuplicatesResource(KafkaStreams streams, Instances instances) {
        this.streams = streams;
        this.instances = instances;
    }

    @GET
    @Operation(summary = "Shows the newest signals of a source that came again with another content")
    @APIResponse(responseCode = "200", description = "Their number, and the newest of them")
    @APIResponse(responseCode = "503", description = "The topology does not run, or partitions move; try again")
    public DuplicatesView differing(
            @QueryParam("source") @NotNull String source,
            @Parameter(hidden = true) @HeaderParam(OtherInstance.FROM_INSTANCE) @Nullable String from) {
        return Asked.answered(() -> {
            List<DuplicatesView> all = new ArrayList<>();
            Instances.Holders holders = instances.holdersOf(DifferingDuplicates.STORE);
            if (from != null || holders.includeThisOne()) {
                all.add(here(source));
            }
            if (from == null) {
                holders.others(OtherInstance.class)
                        .forEach(other -> all.add(other.differing(source, instances.name())));
                holders.requireUnmoved();
            }
            return new DuplicatesView(
                    source,
                    all.stream().mapToLong(DuplicatesView::count).sum(),
                    all.stream()
                            .flatMap(view -> view.newest().stream())
                            .sorted(NEWEST_FIRST)
                            .limit(Differing.LISTED_MAX)
                            .toList());
        });
    }

    /** A source's signals are spread by customer: each of the partitions here has kept its own. */
    private DuplicatesView here(String source) {
        ReadOnlyKeyValueStore<String, Differing> kept = streams.store(
                StoreQueryParameters.fromNameAndType(DifferingDuplicates.STORE, QueryableStoreTypes.keyValueStore()));
        long count = 0;
        List<Differing.Seen> newest = new ArrayList<>();
        try (KeyValueIterator<String, Differing> each = kept.range(source, source)) {
            while (each.hasNext()) {
                Differing differing = Objects.requireNonNull(each.next().value);
                count += differing.count();
                newest.addAll(differing.newest());
            }
        }
        return new DuplicatesView(source, count, newest);
    }
}
