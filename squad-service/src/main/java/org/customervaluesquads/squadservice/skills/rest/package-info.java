/** Skills over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.skills.rest;

import org.jspecify.annotations.NullMarked;
