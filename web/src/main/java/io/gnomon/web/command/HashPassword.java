package io.gnomon.web.command;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A bcrypt hash of a password, as `basic_auth_users` wants it.
@Command(
    name = "hash-password",
    description =
        "Reads a password (asked for, or one line of standard input) and prints its bcrypt hash"
            + " for basic_auth_users.",
    mixinStandardHelpOptions = true)
final class HashPassword implements Callable<Integer> {
  private static final int COST = 10;

  /// What bcrypt looks at; the rest of a longer password would not count.
  private static final int MOST_BYTES = 72;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    var password = password();
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > MOST_BYTES) {
      line.getErr().println("gnomon: a password has 1 to " + MOST_BYTES + " bytes");
      return 2;
    }
    line.getOut().println(BCrypt.withDefaults().hashToString(COST, password.toCharArray()));
    return 0;
  }

  private static String password() throws IOException {
    var console = System.console();
    if (console != null && console.isTerminal()) {
      var typed = console.readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return Objects.requireNonNullElse(in.readLine(), "");
  }
}
