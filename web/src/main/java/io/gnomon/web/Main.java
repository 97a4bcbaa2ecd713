package io.gnomon.web;

import io.gnomon.web.command.Commands;

/// The command line's door.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Commands.line().execute(args));
  }
}
