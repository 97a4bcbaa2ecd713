/// The program: command line, configuration, pages and API.
@NullMarked
package io.gnomon.web;

import org.jspecify.annotations.NullMarked;
