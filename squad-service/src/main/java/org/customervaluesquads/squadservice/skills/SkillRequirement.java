package org.customervaluesquads.squadservice.skills;

/**
 * A skill that a mission asks for.
 *
 * @param level how well each of them can do it at least
 * @param people how many can do it at least; none where a squad does without
 */
public record SkillRequirement(String skill, int level, int people) {}
