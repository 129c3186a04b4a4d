package org.customervaluesquads.signalservice.text;

import java.util.List;

/** A model that says where texts stand among all meanings: texts that mean nearly the same stand near each other. */
public interface Embeddings {

    /** The texts with their embeddings, in their order. */
    List<Sentence> of(List<String> texts);
}
