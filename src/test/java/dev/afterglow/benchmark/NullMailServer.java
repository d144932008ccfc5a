package dev.afterglow.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Speaks SMTP, takes everything after a moment, remembers when and keeps nothing else. */
final class NullMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final Duration moment;
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();

    NullMailServer(Duration moment) {
        this.moment = moment;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** When it took what it took since it was last asked, in nanoseconds, ascending. */
    List<Long> taken() {
        var moments = new ArrayList<Long>();
        for (var moment = taken.poll(); moment != null; moment = taken.poll()) {
            moments.add(moment);
        }
        return moments.stream().sorted().toList();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                daemon(() -> converse(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            answer(socket, "220 null ready");
            var inMail = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (inMail && !line.equals(".")) {
                    continue;
                }
                if (inMail) {
                    Thread.sleep(moment.toMillis());
                    taken.add(System.nanoTime());
                }
                inMail = line.equalsIgnoreCase("DATA");
                answer(socket, inMail ? "354 go on" : line.equalsIgnoreCase("QUIT") ? "221 bye" : "250 taken");
            }
        } catch (IOException e) {
            // the other side has left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "null-mail");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
