package org.customervaluesquads.signalservice.text.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFilesTest {

    private static final Asked TO_LEARN = Asked.toLearn(null, null);

    @TempDir
    Path folder;

    @Test
    void areReadWithAHeaderAndQuotes() throws IOException {
        Path file = file("a.csv", "\uFEFFtext,category\n\"late, again\nand again\",delivery\nmoney,refund\n");

        assertThat(LabelledFiles.read(file, TO_LEARN))
                .containsExactly(new Labelled("late, again\nand again", "delivery"), new Labelled("money", "refund"));
    }

    @Test
    void areReadWithoutAHeaderAndWithQuotesThatMeanNothing() throws IOException {
        Path file = file("a.tsv", "enak , murah \" sekali\tpositive\ntidak\tnegative\nbagus\tpositive\n");

        assertThat(LabelledFiles.read(file, TO_LEARN))
                .extracting(Labelled::label)
                .containsExactly("positive", "negative", "positive");
    }

    @Test
    void areReadWithSemicolonsAndColumnsOfWhichOneIsMeant() throws IOException {
        Path file = file("a.csv", "Category;Customer Review;Sentiment;Emotion\nToys;bagus, sekali;Positive;Happy\n");

        assertThat(LabelledFiles.read(file, Asked.toLearn(null, "emotion")))
                .containsExactly(new Labelled("bagus, sekali", "Happy"));
        assertThatThrownBy(() -> LabelledFiles.read(file, TO_LEARN))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(
                        "which column is the label? Say --label-column, one of [Category, Customer Review");
    }

    @Test
    void areTheirPartsForLearningAndForTrying() throws IOException {
        Path file = file("a.json", """
                {"train": [["pay", "bill"]], "oos_train": [["moo", "oos"]],
                 "val": [["owe", "bill"]], "oos_val": [["baa", "oos"]]}""");

        assertThat(LabelledFiles.read(file, TO_LEARN))
                .containsExactly(new Labelled("pay", "bill"), new Labelled("moo", "oos"));
        assertThat(LabelledFiles.read(file, Asked.toTry(null, null)))
                .containsExactly(new Labelled("owe", "bill"), new Labelled("baa", "oos"));
    }

    @Test
    void areReadFromObjectsInAListAndLineByLine() throws IOException {
        String object = "{\"text\": \"pay\", \"intent\": \"bill\"}";
        Path list = file("a.json", "[" + object + "]");
        Path lines = file("a.jsonl", object + "\n\n" + object + "\n");

        assertThat(LabelledFiles.read(list, TO_LEARN)).containsExactly(new Labelled("pay", "bill"));
        assertThat(LabelledFiles.read(lines, TO_LEARN)).hasSize(2);
    }

    @Test
    void areReadFromAFolderOfTextsAndLabels() throws IOException {
        file("seq.in", "pay\nowe\n");
        file("label", "bill\ndebt\n");

        assertThat(LabelledFiles.read(folder, TO_LEARN))
                .isEqualTo(List.of(new Labelled("pay", "bill"), new Labelled("owe", "debt")));
    }

    @Test
    void areRefusedWithWhatIsWrong() throws IOException {
        assertRefused(folder.resolve("no.csv"), "is not there");
        assertRefused(file("short.csv", "text,label\npay,bill\nowe\n"), "row 3 has only 1 columns");
        assertRefused(file("broken.json", "{\"train\": ["), "is no JSON");
        assertRefused(file("parts.json", "{\"dev\": []}"), "has the parts [dev]");
        assertRefused(file("wide.csv", "a,b,c\nd,e,f\n"), "3 columns without names");
        assertRefused(file("empty.csv", "text,label\n"), "holds no text");
        file("seq.in", "pay\nowe\n");
        file("label", "bill\n");
        assertRefused(folder, "has 2 texts in seq.in and 1 labels in label");
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> LabelledFiles.read(file, TO_LEARN))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(why);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
