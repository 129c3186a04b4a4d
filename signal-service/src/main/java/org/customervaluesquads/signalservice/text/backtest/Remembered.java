package org.customervaluesquads.signalservice.text.backtest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.signalservice.text.Embeddings;
import org.customervaluesquads.signalservice.text.Sentence;

/** Embeds each text once, however often it is asked for; for as many texts as a backtest holds in memory anyway. */
final class Remembered implements Embeddings {

    private final Embeddings embeddings;
    private final Map<String, Sentence> known = new HashMap<>();

    Remembered(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public List<Sentence> of(List<String> texts) {
        List<String> unknown = texts.stream()
                .filter(text -> !known.containsKey(text))
                .distinct()
                .toList();
        List<Sentence> embedded = embeddings.of(unknown);
        for (int i = 0; i < unknown.size(); i++) {
            known.put(unknown.get(i), embedded.get(i));
        }
        return texts.stream().map(known::get).toList();
    }
}
