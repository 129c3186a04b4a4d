package org.customervaluesquads.localstack.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.customervaluesquads.localstack.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

    @Test
    void tellsInOneLineWhatIsWrongWithATemplate(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jslt"), "{\"id\": .id,\n \"type\": }");

        assertThatThrownBy(() -> MappingFile.read(broken))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 2")
                .message()
                .hasLineCount(1);
    }

    @Test
    void namesTheFileThatIsNotThere(@TempDir Path folder) {
        Path missing = folder.resolve("missing.jslt");

        assertThatThrownBy(() -> MappingFile.read(missing)).hasMessage("there is no mapping " + missing);
    }
}
