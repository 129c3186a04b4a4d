package org.customervaluesquads.metricsservice.answering.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows how metrics are defined. */
@Path("/metric-definitions")
@Produces(MediaType.APPLICATION_JSON)
class MetricDefinitionsResource {

    private final Definitions definitions;

    MetricDefinitionsResource(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Every definition, in the order in which metrics are shown. */
    public record MetricDefinitionsView(List<MetricDefinitionView> metrics) {}

    @GET
    @Operation(summary = "How metrics are defined", description = "Every metric with its measures, unit and direction.")
    public MetricDefinitionsView definitions() {
        return new MetricDefinitionsView(
                definitions.metrics().stream().map(MetricDefinitionView::from).toList());
    }
}
