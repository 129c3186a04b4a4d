/** What happened to squads themselves, as facts: cycles, lessons, decisions, and where a squad comes from. */
@NullMarked
package org.customervaluesquads.metricsservice.method;

import org.jspecify.annotations.NullMarked;
