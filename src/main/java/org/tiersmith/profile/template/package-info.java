/** What a person may say about the texts that a model reads: templates, parsed and filled in. */
@NullMarked
package org.tiersmith.profile.template;

import org.jspecify.annotations.NullMarked;
