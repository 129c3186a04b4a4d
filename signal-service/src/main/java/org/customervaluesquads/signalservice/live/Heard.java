package org.customervaluesquads.signalservice.live;

/** What a listener hears. */
public sealed interface Heard {

    /** From now on nothing is missed without a notice; told again when something was, since the broker was away. */
    record Listening() implements Heard {}

    /** Something became of a signal. */
    record Told(Happening happening) implements Heard {}

    /** The listener was too slow: the oldest of what waited for it was dropped. */
    record Missed(long happenings) implements Heard {}

    /** Nothing new, but the line is open. */
    record Heartbeat() implements Heard {}
}
