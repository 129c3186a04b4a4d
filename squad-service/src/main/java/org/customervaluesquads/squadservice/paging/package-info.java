/** Lists, a page at a time. */
@NullMarked
package org.customervaluesquads.squadservice.paging;

import org.jspecify.annotations.NullMarked;
