package org.customervaluesquads.squadservice.formations;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.squadservice.skills.SkillRequirement;

/**
 * What a squad is wanted for.
 *
 * @param asked which skills its mission asks for
 * @param smallest how many people it has at least
 * @param largest how many people it has at most
 * @param allocation percent of their time that each gives to it
 * @param from from which day on
 * @param regions where its people may live; anywhere when empty
 * @param departments where its people may come from; anywhere when empty
 */
public record Brief(
        List<SkillRequirement> asked,
        int smallest,
        int largest,
        int allocation,
        LocalDate from,
        Set<String> regions,
        Set<String> departments) {

    /** How small a squad can be and still hold what it needs. */
    public static final int SMALLEST = 6;

    /** How large a squad can be and still talk with one another. */
    public static final int LARGEST = 10;
}
