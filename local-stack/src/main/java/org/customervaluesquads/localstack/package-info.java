/** The one command: a real stack on this machine, and what can be done with it. */
@NullMarked
package org.customervaluesquads.localstack;

import org.jspecify.annotations.NullMarked;
