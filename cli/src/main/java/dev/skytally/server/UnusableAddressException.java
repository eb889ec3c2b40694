package dev.skytally.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import org.eclipse.jetty.util.HostPort;

/** The server cannot listen at an address. */
public final class UnusableAddressException extends IOException {
  private static final long serialVersionUID = 1;

  private final InetSocketAddress address;

  /**
   * Explains why.
   *
   * @param cause Jetty's exception, whose own cause is the system's
   */
  UnusableAddressException(InetSocketAddress address, IOException cause) throws IOException {
    super(
        "cannot listen at %s:%s: %s"
            .formatted(
                Access.plain(HostPort.normalizeHost(address.getHostString())),
                address.getPort(),
                reason(address, cause)),
        cause);
    this.address = address;
  }

  private static String reason(InetSocketAddress address, IOException cause) throws IOException {
    boolean mayBeOwn =
        address.getAddress().isAnyLocalAddress()
            || address.getAddress().isLoopbackAddress()
            || NetworkInterface.getByInetAddress(address.getAddress()) != null;
    Throwable of = cause.getCause() == null ? cause : cause.getCause();
    return mayBeOwn ? String.valueOf(of.getMessage()) : "this machine does not have this address";
  }

  /** Returns the address, as it was given to the server. */
  public InetSocketAddress address() {
    return address;
  }
}
