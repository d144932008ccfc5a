package dev.afterglow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that misbehaves as told, at each stage of the conversation, and keeps what it took. */
public class ScriptedMailServer implements AutoCloseable {

    /** Says nothing more and hangs up. */
    public static final String DROP = "DROP";

    /** Answers one byte a second, for ever. */
    public static final String DRIP = "DRIP";

    private final ServerSocket socket;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;

    /** Listens on a port of its own. */
    public ScriptedMailServer() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon(this::listen);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** At CONNECT, EHLO, MAIL, RCPT, DATA or DOT, answers this reply, or {@link #DROP} or {@link #DRIP}. */
    public ScriptedMailServer at(String stage, String reply) {
        script.put(stage, reply);
        return this;
    }

    /** Takes this long to answer the final dot. */
    public ScriptedMailServer slow(Duration answer) {
        delay = answer;
        return this;
    }

    /** Behaves from now on. */
    public void behave() {
        script.clear();
        delay = Duration.ZERO;
    }

    /** The mails it acknowledged, whole. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** The contents that came in up to the final dot, acknowledged or not. */
    public List<String> contents() {
        return List.copyOf(contents);
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                daemon(() -> converse(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            var out = client.getOutputStream();
            if (!answer(out, "CONNECT", "220 ready")) {
                return;
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
                if (verb.equals("QUIT") || !answer(out, verb, verb.equals("DATA") ? "354 go on" : "250 fine")) {
                    return;
                }
                if (verb.equals("DATA") && script.getOrDefault("DATA", "354").startsWith("354") && !content(in, out)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client hung up; that is part of the game.
        }
    }

    private boolean content(BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                // Cut off before the final dot: no server keeps half a mail.
                return false;
            }
            lines.add(line);
        }
        contents.add(String.join("\n", lines));
        Thread.sleep(delay.toMillis());
        if (script.getOrDefault("DOT", "250").startsWith("250")) {
            taken.add(String.join("\n", lines));
        }
        return answer(out, "DOT", "250 taken");
    }

    private boolean answer(OutputStream out, String stage, String usual) throws IOException, InterruptedException {
        var reply = script.getOrDefault(stage, usual);
        if (reply.equals(DROP)) {
            return false;
        }
        if (reply.equals(DRIP)) {
            drip(out);
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        for (var i = 0; i < 600; i++) {
            out.write("250-slow\r\n".charAt(i % 10));
            out.flush();
            Thread.sleep(1000);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "scripted-mail");
        thread.setDaemon(true);
        thread.start();
    }
}
