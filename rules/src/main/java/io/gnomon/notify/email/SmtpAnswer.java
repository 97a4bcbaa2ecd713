package io.gnomon.notify.email;

import io.gnomon.notify.Delivery;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.internet.AddressException;
import java.util.regex.Pattern;

/// What a failure to send means: refusals (5xx, a wrong password, a wrong address) need somebody to
/// change something, everything else may pass.
final class SmtpAnswer {
  private static final Pattern CODE = Pattern.compile("(?:^|\\D)([45])\\d\\d[ -]");

  private SmtpAnswer() {}

  static Delivery delivery(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationFailedException) {
        return new Delivery.Refused("the mail server refused user name or password");
      }
      if (cause instanceof AddressException) {
        return new Delivery.Refused("not a mail address");
      }
      var code = CODE.matcher(String.valueOf(cause.getMessage()));
      if (code.find() && code.group(1).equals("5")) {
        return new Delivery.Refused("the mail server refused: " + firstLine(cause));
      }
    }
    return new Delivery.Retry("mail was not sent: " + firstLine(root(failure)));
  }

  private static Throwable root(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String firstLine(Throwable cause) {
    var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return message.length() > 200 ? message.substring(0, 200) : message;
  }
}
