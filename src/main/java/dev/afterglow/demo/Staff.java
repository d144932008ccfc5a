package dev.afterglow.demo;

import dev.afterglow.journey.People;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo shop: one for each group, all with the same password. */
@Component
@Profile("demo")
class Staff {

    static final List<Member> MEMBERS = List.of(
            new Member("sophie", "Sophie", "Marchand", "support", "Support agent"),
            new Member("ravi", "Ravi", "Nair", "returns", "Returns agent"),
            new Member("clara", "Clara", "Weiss", "care", "Care and repair"),
            new Member("sam", "Sam", "Okoye", "supervisors", "Supervisor"),
            new Member("anna", "Anna", "Keller", "analysts", "Business analyst"),
            new Member("oscar", "Oscar", "Lindqvist", "operators", "Operator"),
            new Member("mia", "Mia", "Laurent", "marketing", "Marketing"),
            new Member("admin", "Ada", "Moreau", "camunda-admin", "Administrator"));

    /** One of them. */
    record Member(String id, String firstName, String lastName, String group, String role) {}

    private final People people;

    Staff(People people) {
        this.people = people;
    }

    void hire(String password) {
        for (var member : MEMBERS) {
            people.add(member.id(), member.firstName(), member.lastName(), password, List.of(member.group()));
        }
    }
}
