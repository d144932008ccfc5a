package dev.afterglow.journey.engine;

import java.util.Map;
import java.util.regex.Pattern;

/** What may stand in one place of a drawing, and how to say so to the person who drew it. */
record Wording(Pattern allowed, String explanation) {

    private static final String NAME =
            "(?!(?:execution|task|caseExecution|externalTask|authenticatedUserId|calendar|class)\\b)[a-z][A-Za-z0-9_]*";
    private static final String LITERAL =
            "(?:-?\\d+(?:\\.\\d+)?|'[^'\"\\\\${}#]*'|\"[^'\"\\\\${}#]*\"|true|false|null)";
    private static final String TERM = "(?:!\\s*" + NAME + "|(?:not|empty)\\s+" + NAME + "|" + NAME
            + "(?:\\s*(?:==|!=|<=|>=|<|>)\\s*" + LITERAL + ")?)";
    private static final String CALENDAR =
            "\\$\\{calendar\\.[a-z][A-Za-z0-9]*\\(execution(?:\\s*,\\s*(?:" + NAME + "|" + LITERAL + "))*\\)}";
    private static final String VARIABLE = "\\$\\{" + NAME + "}";
    private static final String DURATION =
            "P(?=.)(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?";
    private static final String INSTANT =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?";

    static final Wording PLAIN = of("(?s)(?!.*[$#]\\{).*", "plain text belongs here, without ${…} or #{…}");
    static final Wording NOTHING = of("\\s*", "no text belongs here");
    static final Wording ID = of("[A-Za-z_][A-Za-z0-9_.\\-]*", "an id belongs here: letters, digits, _ and -");
    static final Wording VARIABLE_NAME = of(NAME, "the name of a variable belongs here");
    static final Wording YES_NO = of("true|false", "true or false belongs here");
    static final Wording NUMBER = of("-?\\d{1,9}", "a number belongs here");
    static final Wording PRIORITY =
            of("-?\\d{1,9}|" + VARIABLE, "a number or one variable as ${priority} belongs here");
    static final Wording WORDS =
            of("[A-Za-z0-9_\\-]+(?:\\s*,\\s*[A-Za-z0-9_\\-]+)*", "fixed names belong here, separated by commas");
    static final Wording GROUPS = of(
            WORDS.allowed + "|" + VARIABLE,
            "the names of groups belong here, separated by commas, or one variable as ${team}");
    static final Wording BINDING = of("deployment|latest|version|versionTag", "deployment or latest belongs here");
    static final Wording RESULT = of(
            "singleEntry|singleResult|collectEntries|resultList",
            "singleEntry, singleResult, collectEntries or resultList belongs here");
    static final Wording DAYS = of("P\\d{1,4}D|\\d{1,4}", "a number of days as P90D belongs here");
    static final Wording RETRIES = of(
            "R\\d{1,3}/" + DURATION + "|" + DURATION + "(?:," + DURATION + ")*",
            "waiting times as PT5M,PT1H belong here");
    static final Wording CONDITION = of(
            "\\$\\{\\s*" + TERM + "(?:\\s*(?:&&|\\|\\||\\band\\b|\\bor\\b)\\s*" + TERM + ")*\\s*}",
            "a condition names variables and compares them: ${delivered}, ${!delivered}, ${request == 'RETURN'}");
    static final Wording MOMENT = of(
            INSTANT + "|" + CALENDAR + "|" + VARIABLE,
            "a moment comes from the calendar as ${calendar.day(execution, 10)}, from one variable, or is written out");
    static final Wording WAIT = of(
            DURATION + "|" + CALENDAR + "|" + VARIABLE,
            "a waiting time is written as P1D or PT4H, comes from the calendar as ${calendar.…(execution, …)}, or from"
                    + " one variable");
    static final Wording DUE = of(
            DURATION + "|" + INSTANT + "|" + CALENDAR + "|" + VARIABLE,
            "a due date comes from the calendar as ${calendar.…(execution, …)}, from one variable, or is a waiting time"
                    + " as P2D");
    static final Wording REPEAT = of("R\\d{0,4}/" + DURATION, "a repetition is written as R3/PT1H");
    static final Wording SCHEMA_TYPE = of("(?:\\w+:)?tFormalExpression", "only tFormalExpression belongs here");
    static final Wording FEEL_LANGUAGE = of(
            "(?i)feel|https?://www\\.omg\\.org/spec/(?:FEEL/20140401|DMN/\\d{8}/FEEL/)",
            "decisions are written in FEEL; leave the language out");
    static final Wording FEEL = of(
            "(?s)(?!.*[$#]\\{)(?!(?:[^\"]|\"(?:[^\"\\\\]|\\\\.)*\")*?\\b(?:external|function)\\b).*",
            "a decision compares and calculates in FEEL; it defines no functions and has no ${…}");

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("scriptTask", "Scripts do not run here: pick a template that does it, or ask for one."),
            Map.entry("script", "Scripts do not run here: pick a template that does it, or ask for one."),
            Map.entry("callActivity", "Let a message start the other process; it then outlives this one."),
            Map.entry("participant", "Draw one process without a pool; candidate groups say who works."),
            Map.entry("lane", "Draw one process without lanes; candidate groups say who works."),
            Map.entry("multiInstanceLoopCharacteristics", "Repetition is drawn with a gateway and a way back."),
            Map.entry("executionListener", "Draw a task instead: nothing happens that the picture does not show."),
            Map.entry("taskListener", "Draw a task after it instead: nothing happens that the picture does not show."),
            Map.entry("connector", "Pick a template instead; connectors are not part of Afterglow."),
            Map.entry("inputOutput", "Delegates read and write variables themselves; leave inputs and outputs out."),
            Map.entry("formData", "Draw the form in the Modeler and name it under Forms, \"Camunda Form\"."),
            Map.entry("formKey", "Draw the form in the Modeler and name it under Forms, \"Camunda Form\"."),
            Map.entry("conditionalEventDefinition", "Conditions lose wake-ups: wait for a message or a timer."),
            Map.entry("class", "Pick a template, or set Delegate expression to the name of a delegate."),
            Map.entry("expression", "Pick a template, or set Delegate expression to the name of a delegate."),
            Map.entry("type", "Pick a template, or set Delegate expression to the name of a delegate."),
            Map.entry("topic", "Pick a template, or set Delegate expression to the name of a delegate."),
            Map.entry("assignee", "Offer the task to a group: set Candidate groups."),
            Map.entry("expressionLanguage", "Decisions are written in FEEL; leave the language out."));

    private static Wording of(String allowed, String explanation) {
        return new Wording(Pattern.compile(allowed), explanation);
    }

    /** The name of one of these delegates, and nothing else. */
    static Wording delegate(Iterable<String> names) {
        var known = String.join("|", names);
        return of("\\$\\{(?:" + known + ")}", "one of the known delegates belongs here: " + known.replace("|", ", "));
    }

    static String adviceFor(String what) {
        return ADVICE.getOrDefault(what, "Afterglow does not know it; remove it, or pick a template.");
    }

    boolean allows(String text) {
        return allowed.matcher(text.strip()).matches();
    }
}
