package org.customervaluesquads.squadservice.skills;

/**
 * A skill that people have.
 *
 * @param people how many have it
 * @param experts how many of them have it at one of the two highest levels
 */
public record KnownSkill(String name, long people, long experts, double meanLevel) {}
