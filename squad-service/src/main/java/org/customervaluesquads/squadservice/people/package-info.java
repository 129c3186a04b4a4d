/** People, their home department, skills and cost rates. */
@NullMarked
package org.customervaluesquads.squadservice.people;

import org.jspecify.annotations.NullMarked;
