package org.customervaluesquads.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.customervaluesquads.localstack.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {

    @TempDir
    Path folder;

    @Test
    void readsCsvAsTextsByColumnWithNullForWhatIsEmpty() throws IOException {
        Path file = write("rows.csv", "id,country,amount\n1,\"Isle, of Man\",505.30\n2,,\n");

        assertThat(rows(file))
                .containsExactly(
                        "2 {\"id\":\"1\",\"country\":\"Isle, of Man\",\"amount\":\"505.30\"}",
                        "3 {\"id\":\"2\",\"country\":null,\"amount\":null}");
    }

    @Test
    void goesOnBehindABrokenLineOfJson() throws IOException {
        Path file = write("rows.jsonl", "{\"a\":1.10}\n\n{\"a\":\n{\"a\":3}\n");

        assertThat(rows(file)).hasSize(3).startsWith("1 {\"a\":1.10}").endsWith("4 {\"a\":3}");
    }

    @Test
    void readsTheElementsOfAnArray() throws IOException {
        Path file = write("rows.json", "[{\"a\":1},\n{\"a\":2}]");

        assertThat(rows(file)).containsExactly("1 {\"a\":1}", "2 {\"a\":2}");
    }

    @Test
    void readsObjectsThatFollowEachOther() throws IOException {
        Path file = write("rows.json", "{\n\"a\":1\n}\n{\"a\":2}");

        assertThat(rows(file)).containsExactly("3 {\"a\":1}", "4 {\"a\":2}");
    }

    @Test
    void saysWhereJsonIsBroken() throws IOException {
        Path file = write("rows.json", "[{\"a\":1},\n{\"a\" 2},\n{\"a\":3}]");

        List<String> rows = rows(file);

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast()).startsWith("2 ").endsWith("nothing behind it is read");
    }

    @Test
    void unpacksGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("id\n1\n".getBytes(StandardCharsets.UTF_8));
        }

        Path file = Files.write(folder.resolve("rows.csv.gz"), packed.toByteArray());

        assertThat(rows(file)).containsExactly("2 {\"id\":\"1\"}");
    }

    @Test
    void tellsHowMuchOfTheFileWasRead() throws IOException {
        Path file = write("rows.csv", "id\n1\n2\n");
        List<Long> told = new ArrayList<>();

        try (RowFile rows = RowFile.open(file, told::add)) {
            while (rows.next() != null) {
                assertThat(told).isNotEmpty();
            }
        }

        assertThat(told).last().isEqualTo(Files.size(file));
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path nowhere = folder.resolve("nowhere.csv");

        assertThatThrownBy(() -> rows(nowhere)).isInstanceOf(Refusal.class).hasMessage("there is no file " + nowhere);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<String> rows(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RowFile open = RowFile.open(file, bytes -> {})) {
            for (Row row = open.next(); row != null; row = open.next()) {
                rows.add(
                        switch (row) {
                            case Row.Legible(long line, var value) -> line + " " + value;
                            case Row.Illegible(long line, String reason) -> line + " " + reason;
                        });
            }
        }
        return rows;
    }
}
