package io.gnomon.rules.template;

/// A template that cannot be read, or not be carried out.
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TemplateException(String message) {
    super(message);
  }
}
