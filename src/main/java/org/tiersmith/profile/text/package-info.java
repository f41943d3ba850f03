/** Words, keywords and topics of texts, whoever wrote them. */
@NullMarked
package org.tiersmith.profile.text;

import org.jspecify.annotations.NullMarked;
