/** What proven squads hand on, and the squads that begin from it elsewhere. */
@NullMarked
package org.customervaluesquads.squadservice.playbooks;

import org.jspecify.annotations.NullMarked;
