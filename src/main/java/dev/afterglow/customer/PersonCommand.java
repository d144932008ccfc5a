package dev.afterglow.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The commands {@code erase} and {@code export}: what is kept about a person, forgotten or handed out. */
@Command(
        name = "afterglow",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "export ADDRESS: prints everything kept about a person, as JSON.",
            "erase ADDRESS: ends her journeys and forgets all of it, except a keyed hash of the address, so that",
            "nothing is ever sent there again. It cannot be undone.",
            ""
        },
        footer = {
            "",
            "Further options, such as --spring.profiles.active=prod, go to the application.",
            "Ends with 0 when it was done, 1 when nothing is known of her, 2 when nothing could be done."
        })
public final class PersonCommand implements Callable<Integer> {

    private static final String ERASE = "erase";
    private static final Set<String> COMMANDS = Set.of(ERASE, "export");
    private static final int DONE = 0;
    private static final int UNKNOWN = 1;

    private final Function<String[], ConfigurableApplicationContext> application;

    @Parameters(index = "0", paramLabel = "erase|export", description = "What is to be done.")
    private String what = "";

    @Parameters(index = "1", paramLabel = "ADDRESS", description = "Her e-mail address.")
    private String address = "";

    @Unmatched
    private List<String> applicationOptions = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private PersonCommand(Function<String[], ConfigurableApplicationContext> application) {
        this.application = application;
    }

    /** Whether the arguments call one of these commands. */
    public static boolean isMeant(String... args) {
        return args.length > 0 && COMMANDS.contains(args[0]);
    }

    /**
     * Runs the command.
     *
     * @param application starts the application whose database is meant, without a server, with options of its own
     * @param args the command line, beginning with {@code erase} or {@code export}
     * @return the exit code
     */
    public static int run(Function<String[], ConfigurableApplicationContext> application, String... args) {
        return new CommandLine(new PersonCommand(application)).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        var email = EmailAddress.of(address)
                .orElseThrow(() ->
                        new CommandLine.ParameterException(spec.commandLine(), "This is no single e-mail address."));
        try (var context = application.apply(applicationOptions.toArray(String[]::new))) {
            return what.equals(ERASE) ? erase(context, email) : export(context, email);
        }
    }

    private int erase(ConfigurableApplicationContext context, EmailAddress email) {
        var known = context.getBean(Persons.class).erase(email);
        say(
                known
                        ? "Forgotten. Only a keyed hash of the address is kept, so that nothing is sent there again."
                        : "Nothing is known of this address. It is suppressed from now on.");
        return known ? DONE : UNKNOWN;
    }

    private int export(ConfigurableApplicationContext context, EmailAddress email) throws IOException {
        var records = context.getBean(Persons.class).export(email);
        say(context.getBean(ObjectMapper.class).writerWithDefaultPrettyPrinter().writeValueAsString(records));
        return records.isEmpty() ? UNKNOWN : DONE;
    }

    private void say(String words) {
        var out = spec.commandLine().getOut();
        out.println(words);
        out.flush();
    }
}
