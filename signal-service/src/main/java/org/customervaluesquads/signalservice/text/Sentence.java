package org.customervaluesquads.signalservice.text;

/** A text with its embedding: where it stands among all meanings, as a sentence embedding model says. */
public final class Sentence {

    private final String text;
    private final float[] meaning;

    /** A text with its embedding, which is not copied. */
    public Sentence(String text, float[] meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** The embedding, which nobody may change. */
    float[] meaning() {
        return meaning;
    }
}
