/** Squads and their members over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.squads.rest;

import org.jspecify.annotations.NullMarked;
