package org.customervaluesquads.squadservice.squads;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.Scope;

/** Something that happened to a squad; its fields are the details that the world is told. */
public sealed interface SquadEvent {

    /** What the world calls it. */
    String named();

    /** Something that another feature knows of and names. */
    non-sealed interface OfFeature extends SquadEvent {}

    /** The squad is there. */
    record Formed(String name, Mission mission, Scope scope) implements SquadEvent {
        @Override
        public String named() {
            return "squad.formed";
        }
    }

    /** Its name, mission or scope is another; the details are all three as they are now. */
    record Rechartered(String name, Mission mission, Scope scope) implements SquadEvent {
        @Override
        public String named() {
            return "squad.changed";
        }
    }

    /** Somebody who was not in the squad is, or will be. */
    record MemberJoined(UUID personId, String role, int allocation, LocalDate since) implements SquadEvent {
        @Override
        public String named() {
            return "member.joined";
        }
    }

    /** A member has another role, allocation or first day. */
    record MemberChanged(UUID personId, String role, int allocation, LocalDate since) implements SquadEvent {
        @Override
        public String named() {
            return "member.changed";
        }
    }

    /** A member's working day costs something else from that day on; what it costs is in the squad's cost steps. */
    record MemberCostChanged(UUID personId, LocalDate costRateSince) implements SquadEvent {
        @Override
        public String named() {
            return "member.changed";
        }
    }

    /** Somebody is not in the squad any more, from that day on. */
    record MemberLeft(UUID personId, LocalDate until) implements SquadEvent {
        @Override
        public String named() {
            return "member.left";
        }
    }

    /** It has moved on to its next stage. */
    record StageReached(Stage from, Stage stage) implements SquadEvent {
        @Override
        public String named() {
            return "squad.stage-reached";
        }
    }

    /** The squad is no more; those who were in it are free from that day on. */
    record Disbanded(List<UUID> released, LocalDate until) implements SquadEvent {
        @Override
        public String named() {
            return "squad.disbanded";
        }
    }
}
