package io.gnomon.web.page;

/// The form to log in with.
///
/// @param next where to go on to
public record LoginPage(Frame frame, String next, boolean failed) {}
