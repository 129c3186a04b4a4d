/** What the service answers when it cannot do what it was asked (RFC 9457), and what it asks of its input. */
@NullMarked
package org.customervaluesquads.squadservice.problems;

import org.jspecify.annotations.NullMarked;
