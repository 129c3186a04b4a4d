/** The squads' scopes, as listening needs them. No framework. */
@NullMarked
package org.customervaluesquads.signalservice.squads;

import org.jspecify.annotations.NullMarked;
