/** A month of a made-up company: who its squads are, what its customers did, and what the services make of it. */
@NullMarked
package org.customervaluesquads.localstack.demo;

import org.jspecify.annotations.NullMarked;
