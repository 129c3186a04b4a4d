package org.customervaluesquads.localstack.stack;

/** Whoever wants to know how far a start has come; called by the thread that starts. */
public interface StartListener {

    /** Nobody. */
    StartListener NONE = new StartListener() {

        @Override
        public void prepared(StackFolder folder) {}

        @Override
        public void ready(String part, String where) {}
    };

    /** The folder is this stack's now, and can be written to. */
    void prepared(StackFolder folder);

    /** A part answers now. */
    void ready(String part, String where);
}
