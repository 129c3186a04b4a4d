package org.customervaluesquads.signalservice.once;

/** Whether a signal came for the first time within its source's window. */
public sealed interface Sighting {

    /** It was not seen within the window, and is remembered from now on. */
    record First() implements Sighting {}

    /**
     * It was seen within the window.
     *
     * @param sameContent whether what came now says the same as what came then
     */
    record Again(boolean sameContent) implements Sighting {}
}
