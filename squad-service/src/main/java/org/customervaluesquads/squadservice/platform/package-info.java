/** What the central platforms offer, what squads ask of them, and how far squads and tactics are interwoven. */
@NullMarked
package org.customervaluesquads.squadservice.platform;

import org.jspecify.annotations.NullMarked;
