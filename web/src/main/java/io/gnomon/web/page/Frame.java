package io.gnomon.web.page;

import java.util.List;

/// What stands around every page.
///
/// @param user who is logged in; empty when nobody need be
/// @param live whether charts on it are drawn by script
public record Frame(Reader reader, String title, String user, List<Link> links, boolean live) {
  public record Link(String path, String name, boolean here) {}
}
