/// The command line: one class a command.
@NullMarked
package io.gnomon.web.command;

import org.jspecify.annotations.NullMarked;
