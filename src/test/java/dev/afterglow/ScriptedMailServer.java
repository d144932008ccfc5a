package dev.afterglow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that misbehaves as told, at each stage of the conversation, and keeps what it took. */
public class ScriptedMailServer implements AutoCloseable {

    /** Says nothing more and hangs up. */
    public static final String DROP = "DROP";

    /** Answers one byte a second, for ever. */
    public static final String DRIP = "DRIP";

    private final ServerSocket socket;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final List<String> taken = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private final List<Receipt> offers = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean thrifty;

    /**
     * What is known of a mail that came in.
     *
     * @param digest tells two mails apart that differ in a single byte
     * @param at when the final dot came
     */
    public record Receipt(String id, String digest, String to, String order, String touchpoint, Instant at) {}

    /** Listens on a port of its own. */
    public ScriptedMailServer() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon(this::listen);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /**
     * At CONNECT, EHLO, MAIL, RCPT, DATA or DOT, answers this reply, or {@link #DROP} or {@link #DRIP}. {@code {to}} in
     * a reply quotes the recipient, as many servers do.
     */
    public ScriptedMailServer at(String stage, String reply) {
        script.put(stage, reply);
        return this;
    }

    /** Takes this long to answer the final dot. */
    public ScriptedMailServer slow(Duration answer) {
        delay = answer;
        return this;
    }

    /** Keeps receipts only: tens of thousands of mails need not stay in memory. */
    public ScriptedMailServer keepingReceiptsOnly() {
        thrifty = true;
        return this;
    }

    /** Forgets all mails. */
    public synchronized void forget() {
        taken.clear();
        contents.clear();
        offers.clear();
        receipts.clear();
        ids.clear();
    }

    /** Hangs up on everybody. */
    public void hangUp() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }

    /** Behaves from now on. */
    public void behave() {
        script.clear();
        delay = Duration.ZERO;
    }

    /** The mails it acknowledged, whole. */
    public synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    /** What it acknowledged. */
    public synchronized List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** What came in up to the final dot, acknowledged or not. */
    public synchronized List<Receipt> offers() {
        return List.copyOf(offers);
    }

    /** How many different mails it acknowledged. */
    public synchronized int count() {
        return ids.size();
    }

    /** The contents that came in up to the final dot, acknowledged or not. */
    public synchronized List<String> contents() {
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
        clients.add(client);
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            var out = client.getOutputStream();
            if (!answer(out, "CONNECT", "220 ready", "")) {
                return;
            }
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
                var usual = verb.equals("DATA") ? "354 go on" : "250 fine";
                to = verb.equals("RCPT") ? line.substring(line.indexOf('<')) : to;
                if (verb.equals("QUIT") || !answer(out, verb, usual, to)) {
                    return;
                }
                if (verb.equals("DATA")
                        && script.getOrDefault("DATA", "354").startsWith("354")
                        && !content(in, out, to)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client hung up; that is part of the game.
        } finally {
            clients.remove(client);
        }
    }

    private boolean content(BufferedReader in, OutputStream out, String to) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                // Cut off before the final dot: no server keeps half a mail.
                return false;
            }
            lines.add(line);
        }
        var receipt = receipt(lines);
        keep(contents, offers, lines, receipt);
        Thread.sleep(delay.toMillis());
        if (script.getOrDefault("DOT", "250").startsWith("250")) {
            keep(taken, receipts, lines, receipt);
        }
        return answer(out, "DOT", "250 taken", to);
    }

    private synchronized void keep(List<String> mails, List<Receipt> receipts, List<String> lines, Receipt receipt) {
        if (!thrifty) {
            mails.add(String.join("\n", lines));
        }
        receipts.add(receipt);
        if (receipts == this.receipts) {
            ids.add(receipt.id());
        }
    }

    private static Receipt receipt(List<String> lines) {
        return new Receipt(
                header(lines, "Message-ID"),
                digest(lines),
                header(lines, "To"),
                header(lines, "X-Afterglow-Order"),
                header(lines, "X-Afterglow-Touchpoint"),
                Instant.now());
    }

    private static String header(List<String> lines, String name) {
        return lines.stream()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static String digest(List<String> lines) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> sha.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answer(OutputStream out, String stage, String usual, String to)
            throws IOException, InterruptedException {
        var reply = script.getOrDefault(stage, usual).replace("{to}", to);
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
