package io.gnomon.web.page;

import java.util.List;

/// What stands around every page.
///
/// @param live whether charts on it are drawn by script
public record Frame(Reader reader, String title, List<Link> links, boolean live) {
  public record Link(String path, String name, boolean here) {}
}
