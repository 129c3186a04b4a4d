/** The bare program beside which the doors are measured. */
@NullMarked
package org.customervaluesquads.baredoor;

import org.jspecify.annotations.NullMarked;
