/** Playbooks, replication and families over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.playbooks.rest;

import org.jspecify.annotations.NullMarked;
