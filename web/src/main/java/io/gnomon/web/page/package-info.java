/// What a person sees: a page is a record of data, made by its handler, and a template that draws
/// it. The server draws every page complete; scripts only make charts live.
@NullMarked
package io.gnomon.web.page;

import org.jspecify.annotations.NullMarked;
