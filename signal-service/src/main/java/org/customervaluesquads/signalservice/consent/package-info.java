/** Which purposes a region demands, and whether they were agreed to. */
@NullMarked
package org.customervaluesquads.signalservice.consent;

import org.jspecify.annotations.NullMarked;
