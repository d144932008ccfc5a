package dev.afterglow.journey.access;

import dev.afterglow.journey.People;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** One person of each group, and one of none. */
public class Staff implements BeforeAllCallback {

    public static final String PASSWORD = "correct horse battery";
    static final List<String> GROUPS =
            List.of("support", "returns", "care", "supervisors", "analysts", "operators", "marketing", "camunda-admin");

    @Override
    public void beforeAll(ExtensionContext context) {
        var people = SpringExtension.getApplicationContext(context).getBean(People.class);
        GROUPS.forEach(group -> people.add(memberOf(group), "Test", "Person", PASSWORD, List.of(group)));
        people.add("nogroup", "Test", "Person", PASSWORD, List.of());
        people.add("guessed", "Test", "Person", PASSWORD, List.of("support"));
    }

    static String memberOf(String group) {
        return "in" + group.replace("-", "");
    }

    static Stream<String> everybody() {
        return Stream.concat(GROUPS.stream().map(Staff::memberOf), Stream.of("nogroup"));
    }
}
