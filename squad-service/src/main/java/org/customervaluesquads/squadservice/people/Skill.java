package org.customervaluesquads.squadservice.people;

/** Something a person can do, and how well: from one, a beginner, to five, who teaches others. */
public record Skill(String name, int level) {}
