/// Text read line by line from bytes that stay where they are, and the columns its lines stand for.
@NullMarked
package io.gnomon.collect.line;

import org.jspecify.annotations.NullMarked;
