/** The whole, seen from outside: what it promises, and that its papers agree with its code. */
@NullMarked
package org.customervaluesquads.acceptance;

import org.jspecify.annotations.NullMarked;
