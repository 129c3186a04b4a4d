package org.customervaluesquads.localstack;

/** Something that a command cannot do and that whoever typed it can mend; its message is the one line they read. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String line) {
        super(line);
    }

    public Refusal(String line, Throwable cause) {
        super(line, cause);
    }
}
