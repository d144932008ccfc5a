package dev.afterglow.message;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the socket each thread opened last, so that a watchdog can close it under a call that hangs. Nothing waits to
 * be sent together: the dot that ends a mail would wait for the server's delayed acknowledgement, 40 ms each time.
 */
class WatchedSockets extends SocketFactory {

    private static final Map<Thread, Socket> LATEST = new ConcurrentHashMap<>();

    /** The socket the thread opened last and takes it off the list, or nothing. */
    static @Nullable Socket take(Thread opener) {
        return LATEST.remove(opener);
    }

    @Override
    public Socket createSocket() throws IOException {
        return remembered(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return remembered(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return remembered(new Socket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return remembered(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return remembered(new Socket(address, port, localAddress, localPort));
    }

    private static Socket remembered(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        LATEST.put(Thread.currentThread(), socket);
        return socket;
    }
}
