package org.customervaluesquads.signalservice.topology;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.customervaluesquads.signalservice.metering.SkippedRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a step that failed undone and done again: its transaction is aborted, and the record is read anew by another thread.
 * What cannot be read never comes here, so whatever fails is a store, a broker or a bug, and passing over would lose what
 * was accepted. A step that fails on a record each time is passed over only at the places that an operator names.
 *
 * <p>Kafka Streams makes it by its name in the settings.
 */
public final class FailUnlessNamed implements ProcessingExceptionHandler {

    /** Places to pass over, each as topic-partition@offset, with commas between them. */
    public static final String PASSED_OVER = "passed.over";

    private static final Logger LOG = LoggerFactory.getLogger(FailUnlessNamed.class);
    private static final Pattern PLACE = Pattern.compile("[\\w.-]+-\\d+@\\d+");

    private Set<String> passedOver = Set.of();

    @Override
    public void configure(Map<String, ?> settings) {
        passedOver = Arrays.stream(
                        Objects.toString(settings.get(PASSED_OVER), "").split(","))
                .map(String::trim)
                .filter(place -> !place.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        for (String place : passedOver) {
            if (!PLACE.matcher(place).matches()) {
                throw new ConfigException(PASSED_OVER, place, "must be topic-partition@offset");
            }
        }
    }

    @Override
    public ProcessingHandlerResponse handle(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        String place = context.topic() + "-" + context.partition() + "@" + context.offset();
        boolean named = passedOver.contains(place);
        LOG.atError()
                .addKeyValue("place", place)
                .addKeyValue("step", context.processorNodeId())
                .addKeyValue("reason", failure.toString())
                .addKeyValue("passedOver", named)
                .log("a step of the topology failed");
        if (!named) {
            return ProcessingHandlerResponse.FAIL;
        }
        SkippedRecords.skip(
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                "named in " + PASSED_OVER);
        return ProcessingHandlerResponse.CONTINUE;
    }
}
