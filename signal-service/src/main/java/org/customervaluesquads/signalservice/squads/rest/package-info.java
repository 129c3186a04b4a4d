/** What squads are told, as server-sent events. */
@NullMarked
package org.customervaluesquads.signalservice.squads.rest;

import org.jspecify.annotations.NullMarked;
