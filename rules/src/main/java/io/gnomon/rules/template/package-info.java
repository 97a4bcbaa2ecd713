/// Go's templates as rules use them, interpreted: text to nodes to text. No reflection, no
/// includes; steps and output are bounded, so that a template can do no more than write a little
/// text.
@NullMarked
package io.gnomon.rules.template;

import org.jspecify.annotations.NullMarked;
