package dev.afterglow.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A subject in its JVM, as the benchmark sees it. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    Child(String name, String classpath, List<String> options, List<String> command) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(
                "-Xmx768m",
                // So that what the compilers used is not lost with one of their threads.
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-Duser.timezone=UTC",
                "-Dlogback.configurationFile=src/test/benchmark/logback.xml",
                "-cp",
                classpath));
        if (Boolean.getBoolean("benchmark.profile")) {
            line.add(
                    1,
                    "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=target/benchmark/" + name
                            + ".jfr");
        }
        line.addAll(1, options);
        line.addAll(command);
        var log = Files.createDirectories(Path.of("target/benchmark")).resolve(name + ".log");
        process =
                new ProcessBuilder(line).redirectError(new File(log.toString())).start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        answer();
    }

    /** What a step cost: statements, CPU and wall time in milliseconds. */
    record Used(double statements, double cpu, double wall) {}

    Used run(String command, int orders) {
        try {
            process.outputWriter().write(command + " " + orders + "\n");
            process.outputWriter().flush();
            var numbers = answer().split(" ");
            return new Used(
                    Double.parseDouble(numbers[0]),
                    Double.parseDouble(numbers[1]) / 1e6,
                    Double.parseDouble(numbers[2]) / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("@")) {
                return line.substring(1);
            }
        }
        throw new IOException("A subject has died; see its log in target/benchmark");
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.destroy();
    }
}
