package org.customervaluesquads.signalservice.text.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.customervaluesquads.signalservice.text.Embeddings;
import org.customervaluesquads.signalservice.text.Sentence;

/**
 * BAAI's bge-small-en-v1.5 (MIT licence), quantised, as the artefact of langchain4j ships it.
 *
 * <p>The session is made here and not by the library, whose sessions take all cores for each text and wait for the next one
 * spinning. This one embeds a text with one thread; several texts are embedded side by side by the threads that it is given.
 */
public final class BgeSmall implements Embeddings {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    private static final String TOKENIZER_FOLDER = "DJL_CACHE_DIR";

    /** All that it needs is in its jar. */
    private static final String TOKENIZER_OFFLINE = "ai.djl.offline";

    /** Stands for a text in which there is nothing, which the model does not take. */
    private static final String NOTHING = "-";

    private final InProcess model;

    private BgeSmall(InProcess model) {
        this.model = model;
    }

    /**
     * Loads the model, which takes most of a second and some 300 MB beside the heap.
     *
     * @param threads that embed
     * @param natives the folder for what is unpacked from jars: the model, and the tokenizer's library for this machine
     */
    public static BgeSmall load(Executor threads, Path natives) {
        System.setProperty(TOKENIZER_FOLDER, natives.toAbsolutePath().toString());
        System.setProperty(TOKENIZER_OFFLINE, "true");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream tokenizer = resource(TOKENIZER)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(unpacked(natives).toString(), options);
            return new BgeSmall(
                    new InProcess(threads, new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS)));
        } catch (OrtException broken) {
            throw new IllegalStateException("the embedding model cannot be loaded", broken);
        } catch (IOException broken) {
            throw new UncheckedIOException("the embedding model cannot be read", broken);
        }
    }

    @Override
    public List<Sentence> of(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<Embedding> embeddings = model.embedAll(texts.stream()
                        .map(text -> TextSegment.from(text.isBlank() ? NOTHING : text))
                        .toList())
                .content();
        List<Sentence> sentences = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            sentences.add(new Sentence(texts.get(i), embeddings.get(i).vector()));
        }
        return sentences;
    }

    /** The model as a file, for the runtime reads it past the heap; whole, or it is not there. */
    private static Path unpacked(Path folder) throws IOException {
        Path model = folder.resolve(MODEL.substring(1));
        if (!Files.exists(model)) {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "model", ".unfinished");
            try (InputStream packed = resource(MODEL)) {
                Files.copy(packed, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, model, StandardCopyOption.ATOMIC_MOVE);
        }
        return model;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(BgeSmall.class.getResourceAsStream(name), name);
    }

    /** The library's way of embedding, with an encoder of ours. */
    private static final class InProcess extends AbstractInProcessEmbeddingModel {

        private final OnnxBertBiEncoder encoder;

        InProcess(Executor threads, OnnxBertBiEncoder encoder) {
            super(threads);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }
}
