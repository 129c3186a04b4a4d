package org.customervaluesquads.signalservice.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailUnlessNamedTest {

    private static final String POISON = "poison";

    @TempDir
    Path state;

    private final List<String> workedOn = new ArrayList<>();

    @Test
    void failsWhenAStepFails() {
        try (TopologyTestDriver driver = driver("")) {
            TestInputTopic<String, String> in = input(driver);
            in.pipeInput("first");

            assertThatThrownBy(() -> in.pipeInput(POISON))
                    .isInstanceOf(StreamsException.class)
                    .hasRootCauseMessage("planted");
        }
        assertThat(workedOn).containsExactly("first");
    }

    @Test
    void passesOverTheNamedPlaceAndNoOther() {
        try (TopologyTestDriver driver = driver("another-1@0, in-0@1")) {
            TestInputTopic<String, String> in = input(driver);
            in.pipeInput("first");
            in.pipeInput(POISON);
            in.pipeInput("third");

            assertThatThrownBy(() -> in.pipeInput(POISON)).isInstanceOf(StreamsException.class);
        }
        assertThat(workedOn).containsExactly("first", "third");
    }

    @Test
    void refusesANameThatIsNoPlace() {
        assertThatThrownBy(() -> new FailUnlessNamed().configure(Map.of(FailUnlessNamed.PASSED_OVER, "signals-judged")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("topic-partition@offset");
    }

    private TopologyTestDriver driver(String passedOver) {
        Topology topology = new Topology()
                .addSource("read", new StringDeserializer(), new StringDeserializer(), "in")
                .addProcessor("work", Work::new, "read");
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailUnlessNamed.class);
        settings.put(FailUnlessNamed.PASSED_OVER, passedOver);
        return new TopologyTestDriver(topology, settings);
    }

    private static TestInputTopic<String, String> input(TopologyTestDriver driver) {
        return driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
    }

    private final class Work extends ContextualProcessor<String, String, Void, Void> {

        @Override
        public void process(Record<String, String> record) {
            if (record.value().equals(POISON)) {
                throw new IllegalStateException("planted");
            }
            workedOn.add(record.value());
        }
    }
}
