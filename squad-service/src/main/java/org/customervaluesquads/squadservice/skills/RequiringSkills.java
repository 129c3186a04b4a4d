package org.customervaluesquads.squadservice.skills;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;
import org.customervaluesquads.squadservice.squads.ValueArea;

/** Has the central team say which skills it asks for. */
@ApplicationScoped
public class RequiringSkills {

    private final SkillCatalogue catalogue;

    RequiringSkills(SkillCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Asks for these skills in a value area, if its list is still the expected version where one is expected. */
    @Transactional
    public Outcome require(ValueArea valueArea, OptionalLong expected, List<SkillRequirement> requirements) {
        RequiredSkills held = catalogue.hold(valueArea);
        if (expected.isPresent() && expected.getAsLong() != held.version()) {
            return new Outcome.Outdated(held.version());
        }
        RequiredSkills changed = held.changed(requirements);
        if (changed.version() != held.version()) {
            catalogue.replace(changed);
        }
        return new Outcome.Done(changed);
    }

    /** How it ended. */
    public sealed interface Outcome {

        /** The list is as it was wished. */
        record Done(RequiredSkills required) implements Outcome {}

        /** The list has changed since it was read. */
        record Outdated(long version) implements Outcome {}
    }
}
