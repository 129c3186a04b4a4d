/** People and method: who is in which squad, for which customers and with which mission. */
@NullMarked
package org.customervaluesquads.squadservice;

import org.jspecify.annotations.NullMarked;
