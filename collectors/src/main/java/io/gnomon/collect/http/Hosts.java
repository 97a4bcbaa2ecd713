package io.gnomon.collect.http;

import io.gnomon.collect.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/// Looks up a host once and checks the very addresses that are then connected to. A name must not
/// lead to a cloud's metadata service or another link-local address; who means one writes the
/// address itself.
final class Hosts {
  private static final Set<String> METADATA = Set.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254");

  private Hosts() {}

  static List<InetAddress> resolve(String host) throws IOException {
    var addresses = List.of(InetAddress.getAllByName(host));
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    check(host, addresses);
    return addresses;
  }

  static void check(String host, List<InetAddress> addresses) {
    for (var address : addresses) {
      if (isForbidden(address) && !isLiteral(host)) {
        throw new RefusedException(
            host + " leads to the link-local address " + address.getHostAddress());
      }
    }
  }

  private static boolean isForbidden(InetAddress address) {
    return address.isLinkLocalAddress() || METADATA.contains(address.getHostAddress());
  }

  private static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }
}
