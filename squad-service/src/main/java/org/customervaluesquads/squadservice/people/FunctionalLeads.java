package org.customervaluesquads.squadservice.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who lead people in their home departments. */
public interface FunctionalLeads {

    /** At most so many, in order of their names, beginning after one of them. */
    List<FunctionalLead> page(@Nullable String after, int most);
}
