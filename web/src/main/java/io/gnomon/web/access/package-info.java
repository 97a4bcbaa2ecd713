/// Who may do what: every request passes `Guard` before its handler sees it.
@NullMarked
package io.gnomon.web.access;

import org.jspecify.annotations.NullMarked;
