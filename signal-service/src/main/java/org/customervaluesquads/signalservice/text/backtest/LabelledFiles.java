package org.customervaluesquads.signalservice.text.backtest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads labelled texts in the forms in which such sets are published. */
final class LabelledFiles {

    private static final String TEXTS = "seq.in";
    private static final String LABELS = "label";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private LabelledFiles() {}

    /**
     * All labelled texts of a file, or of a folder with a file of texts and a file of labels.
     *
     * @throws Unreadable if it is not there, or is none of the forms
     */
    static List<Labelled> read(Path path, Asked asked) {
        List<Labelled> texts = formOf(path, asked);
        if (texts.isEmpty()) {
            throw new Unreadable(path + " holds no text");
        }
        return texts;
    }

    private static List<Labelled> formOf(Path path, Asked asked) {
        if (Files.isDirectory(path)) {
            return paired(path);
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        String content = contentOf(path);
        if (name.endsWith(".json")) {
            return JsonTexts.read(path, content, asked);
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson")
                ? JsonTexts.readLines(path, content, asked)
                : DelimitedTexts.read(path, content, asked);
    }

    private static List<Labelled> paired(Path folder) {
        List<String> texts = contentOf(folder.resolve(TEXTS)).lines().toList();
        List<String> labels = contentOf(folder.resolve(LABELS)).lines().toList();
        if (texts.size() != labels.size()) {
            throw new Unreadable("%s has %d texts in %s and %d labels in %s"
                    .formatted(folder, texts.size(), TEXTS, labels.size(), LABELS));
        }
        List<Labelled> pairs = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            pairs.add(new Labelled(texts.get(i).strip(), labels.get(i).strip()));
        }
        return pairs;
    }

    private static String contentOf(Path file) {
        try {
            String content = Files.readString(file);
            return !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK ? content.substring(1) : content;
        } catch (CharacterCodingException otherwise) {
            throw new Unreadable(file + " is not encoded as UTF-8");
        } catch (IOException unreadable) {
            throw new Unreadable(file + (Files.exists(file) ? " cannot be read" : " is not there"));
        }
    }
}
