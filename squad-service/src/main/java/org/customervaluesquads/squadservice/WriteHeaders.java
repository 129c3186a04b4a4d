package org.customervaluesquads.squadservice;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in the OpenAPI document, once for all writes, what their headers are for and which of them has to be there. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class WriteHeaders implements OASFilter {

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() != Parameter.In.HEADER) {
            return parameter;
        }
        Schema text = OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
        return switch (parameter.getName()) {
            case ExpectedVersion.HEADER ->
                parameter
                        .required(true)
                        .schema(text)
                        .description("the ETag of the version that was read; 412 when it is another by now, 428 when"
                                + " it is left out. * stands for any version.")
                        .example("\"3\"");
            case IdempotencyKey.HEADER ->
                parameter
                        .required(false)
                        .schema(text)
                        .description("a key of the client's own, by which this request is known when it is sent again:"
                                + " it writes nothing more then, and is answered as the first time, whatever has become"
                                + " of it since. 422 when the key stands for another content.")
                        .example("0197a0de-5a3b-7c11-8f3e-2f1c6f6c9a01");
            default -> parameter;
        };
    }
}
