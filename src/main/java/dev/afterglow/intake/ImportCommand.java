package dev.afterglow.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.intake.files.CatalogImport;
import dev.afterglow.intake.files.ImportMode;
import dev.afterglow.intake.files.ImportReport;
import dev.afterglow.intake.files.OrderImport;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The command {@code import}: reads a file into the database without starting the server. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Imports orders from Shopify's order export, or products from a catalogue file.", ""},
        footer = {
            "",
            "Further options, such as --spring.profiles.active=prod, go to the application.",
            "Ends with 0 when every row was recorded, 1 when some were not, 2 when nothing could be done."
        })
public final class ImportCommand implements Callable<Integer> {

    private static final int ALL_RECORDED = 0;
    private static final int SOME_FAILED = 1;
    private static final int NOTHING_DONE = 2;

    private final Function<String[], ConfigurableApplicationContext> application;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file = Path.of("");

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "historical",
            description = {
                "dry-run: read and report only.",
                "historical (default): record for figures, nobody is mailed.",
                "journeys: record as if the shop had told them now."
            })
    private String mode = "historical";

    @Option(names = "--catalog", description = "The file is a catalogue: sku, title, category, ...")
    private boolean isCatalog;

    @Unmatched
    private List<String> applicationOptions = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ImportCommand(Function<String[], ConfigurableApplicationContext> application) {
        this.application = application;
    }

    /** Whether the arguments call this command. */
    public static boolean isMeant(String... args) {
        return args.length > 0 && "import".equals(args[0]);
    }

    /**
     * Runs the command.
     *
     * @param application starts the application whose database is meant, without a server, with options of its own
     * @param args the command line, beginning with {@code import}
     * @return the exit code
     */
    public static int run(Function<String[], ConfigurableApplicationContext> application, String... args) {
        return new CommandLine(new ImportCommand(application)).execute(Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public Integer call() throws IOException {
        var importMode = ImportMode.of(mode)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "--mode must be dry-run, historical or journeys, not " + mode));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no readable file " + file);
        }
        try (var context = application.apply(applicationOptions.toArray(String[]::new))) {
            warnOfShortMemory(context);
            return report(context, read(context, importMode));
        } catch (Unreadable e) {
            spec.commandLine().getErr().println(e.getMessage() + ".");
            return NOTHING_DONE;
        }
    }

    /** The demo's database lives as long as its process: an import into it would be gone with the last line. */
    private void warnOfShortMemory(ConfigurableApplicationContext context) {
        if (String.valueOf(context.getEnvironment().getProperty("spring.datasource.url"))
                .startsWith("jdbc:h2:mem:")) {
            spec.commandLine()
                    .getErr()
                    .println("The database is in memory only, so nothing of this will last. Name the shop's own with"
                            + " --spring.profiles.active=prod or --spring.datasource.url=…");
        }
    }

    private ProgressBarBuilder progress() throws IOException {
        return new ProgressBarBuilder()
                .setTaskName(String.valueOf(file.getFileName()))
                .setInitialMax(Files.size(file))
                .setUnit(" KiB", 1024);
    }

    private ImportReport read(ConfigurableApplicationContext context, ImportMode importMode) throws IOException {
        try (var stream = new FileInputStream(file.toFile());
                var csv = ProgressBar.wrap(stream, progress())) {
            return isCatalog
                    ? context.getBean(CatalogImport.class).run(csv)
                    : context.getBean(OrderImport.class).run(csv, importMode);
        }
    }

    private int report(ConfigurableApplicationContext context, ImportReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(context.getBean(ObjectMapper.class)
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(report));
        out.flush();
        return report.errors().isEmpty() ? ALL_RECORDED : SOME_FAILED;
    }
}
