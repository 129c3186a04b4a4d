package org.customervaluesquads.squadservice.people;

import java.util.List;

/** Somebody who leads people in their home departments, and how many. */
public record FunctionalLead(String name, List<String> departments, long people) {

    /** Keeps the departments in order. */
    public FunctionalLead {
        departments = departments.stream().sorted().toList();
    }
}
