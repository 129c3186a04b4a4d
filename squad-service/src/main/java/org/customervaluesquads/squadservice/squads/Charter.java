package org.customervaluesquads.squadservice.squads;

import org.customervaluesquads.contracts.Scope;

/** What a squad is given when it is formed, and what may be changed later: its name, its mission and its customers. */
public record Charter(String name, Mission mission, Scope scope) {}
