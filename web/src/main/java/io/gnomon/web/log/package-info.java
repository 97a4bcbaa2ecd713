/// How the program logs: quiet, one line a fact, to standard error.
@NullMarked
package io.gnomon.web.log;

import org.jspecify.annotations.NullMarked;
