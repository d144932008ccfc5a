package dev.afterglow.model;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.w3c.dom.Element;

/** The other direction: what exists is drawn somewhere, and is named as the house names it. */
public final class WholeRules {

    private WholeRules() {}

    /** Delegates no drawing uses, and delegates whose class, bean and folder do not say the same. */
    public static Stream<String> everyDelegateIsDrawn(List<Drawing> drawings, Parts parts) {
        var bound = drawings.stream()
                .flatMap(Drawing::elements)
                .flatMap(WholeRules::delegateExpressions)
                .collect(toSet());
        return parts.delegates().entrySet().stream().flatMap(delegate -> {
            var type = Names.capitalised(delegate.getKey()) + "Delegate";
            return Findings.of()
                    .when(
                            !delegate.getValue().equals(type),
                            "%s: call the class %s, or its bean as the class without Delegate"
                                    .formatted(delegate.getValue(), type))
                    .when(
                            !bound.contains("${" + delegate.getKey() + "}"),
                            "%s: no drawing uses it; draw it or delete it".formatted(delegate.getValue()))
                    .stream();
        });
    }

    /** Message folders no drawing sends. */
    public static Stream<String> everyTouchpointIsDrawn(List<Drawing> drawings, Parts parts) {
        var drawn = drawings.stream()
                .flatMap(drawing -> BindingRules.touchpoints(drawing).stream())
                .collect(toSet());
        return missing(parts.touchpoints(), drawn, "src/main/resources/messages/%s: no drawing sends it");
    }

    /** Templates that offer other messages than there are. */
    public static Stream<String> templatesOfferWhatExists(Parts parts) {
        return parts.templates().stream()
                .filter(template -> template.choices().containsKey("touchpoint"))
                .filter(template -> !template.choices().get("touchpoint").equals(parts.touchpoints()))
                .map(template -> "%s offers the messages %s, but the folders are %s; make them the same"
                        .formatted(template.file(), template.choices().get("touchpoint"), parts.touchpoints()));
    }

    /** Forms no user task shows, and forms whose id is not their file's name. */
    public static Stream<String> everyFormIsShown(List<Drawing> drawings, Parts parts) {
        var shown = ids(drawings, drawing -> drawing.each(UserTask.class).map(UserTask::getCamundaFormRef));
        return parts.forms().entrySet().stream()
                .flatMap(form -> Findings.of()
                        .when(
                                !form.getValue().equals(Names.idOf(form.getKey())),
                                "forms/%s: give the form the id %s".formatted(form.getKey(), Names.idOf(form.getKey())))
                        .when(
                                !shown.contains(form.getValue()),
                                "forms/%s: no user task shows it".formatted(form.getKey()))
                        .stream());
    }

    /** Decisions neither a business rule task nor a class of the journey asks. */
    public static Stream<String> everyDecisionIsAsked(List<Drawing> drawings, Parts parts) {
        var asked = ids(
                drawings, drawing -> drawing.each(BusinessRuleTask.class).map(BusinessRuleTask::getCamundaDecisionRef));
        parts.decisions().stream()
                .filter(decision -> parts.journeySource().contains("\"" + decision + "\""))
                .forEach(asked::add);
        return missing(parts.decisions(), asked, "decision %s: nobody asks it; draw it or delete it");
    }

    private static Stream<String> missing(Set<String> existing, Set<String> used, String words) {
        return existing.stream().filter(name -> !used.contains(name)).sorted().map(words::formatted);
    }

    private static Set<String> ids(List<Drawing> drawings, Function<Drawing, Stream<String>> reference) {
        return drawings.stream().flatMap(reference).map(String::valueOf).collect(toSet());
    }

    private static Stream<String> delegateExpressions(Element element) {
        return Stream.of(
                element.getAttributeNS(Drawing.CAMUNDA, "delegateExpression"),
                element.getAttribute("delegateExpression"));
    }
}
