package dev.afterglow.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class DrawingGuardTests {

    private static final String EVIL = "${''.getClass().forName('java.lang.Runtime')}";
    private static final Path PROCESSES = Path.of("processes");

    private final DrawingGuard guard = new DrawingGuard(new DrawableBeans(beans()));

    private static DefaultListableBeanFactory beans() {
        var beans = new DefaultListableBeanFactory();
        JavaDelegate delegate = execution -> {};
        List.of("sendTouchpoint", "recordOutcome").forEach(name -> beans.registerSingleton(name, delegate));
        beans.registerSingleton("calendar", new Object());
        return beans;
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                step("class attribute", "<b:serviceTask id='s' camunda:class='evil.Type'/>"),
                step(
                        "expression attribute",
                        "<b:serviceTask id='s' camunda:expression='" + EVIL.replace('\'', ' ') + "'/>"),
                step("delegate expression that calls", "<b:serviceTask id='s' camunda:delegateExpression='${a.b()}'/>"),
                step(
                        "a bean that is no delegate",
                        "<b:serviceTask id='s' camunda:delegateExpression='${dataSource}'/>"),
                step("the calendar as delegate", "<b:serviceTask id='s' camunda:delegateExpression='${calendar}'/>"),
                step("two expressions", "<b:serviceTask id='s' camunda:delegateExpression='${recordOutcome}${x.y}'/>"),
                step(
                        "alias namespace",
                        "<b:serviceTask id='s' xmlns:a='http://activiti.org/bpmn' a:class='evil.Type'/>"),
                step(
                        "class beside a good delegate",
                        "<b:serviceTask id='s' camunda:class='evil.Type' camunda:delegateExpression='${recordOutcome}'/>"),
                step("shell task", "<b:serviceTask id='s' camunda:type='shell'/>"),
                step("mail task", "<b:serviceTask id='s' camunda:type='mail'/>"),
                step("external task", "<b:serviceTask id='s' camunda:type='external' camunda:topic='t'/>"),
                step(
                        "script task",
                        "<b:scriptTask id='s' scriptFormat='groovy'><b:script>evil()</b:script></b:scriptTask>"),
                step(
                        "script from a resource",
                        "<b:scriptTask id='s' scriptFormat='js' camunda:resource='classpath://x.js'/>"),
                step("call activity", "<b:callActivity id='s' calledElement='${customerText}'/>"),
                step("decision by variable", "<b:businessRuleTask id='s' camunda:decisionRef='${customerText}'/>"),
                step(
                        "result by expression",
                        "<b:businessRuleTask id='s' camunda:decisionRef='d' camunda:resultVariable='${x.y}'/>"),
                step(
                        "multi instance",
                        "<b:userTask id='s'><b:multiInstanceLoopCharacteristics camunda:collection='${x.y}'/></b:userTask>"),
                step("name of a task", "<b:userTask id='s' name='${x.y()}'/>"),
                step("name with #", "<b:userTask id='s' name='#{x.y()}'/>"),
                step(
                        "documentation",
                        "<b:userTask id='s'><b:documentation>" + EVIL + "</b:documentation></b:userTask>"),
                step("assignee", "<b:userTask id='s' camunda:assignee='${x.y()}'/>"),
                step("candidate users", "<b:userTask id='s' camunda:candidateUsers='${x.y()}'/>"),
                step("candidate groups", "<b:userTask id='s' camunda:candidateGroups='${x.y()}'/>"),
                step("due date", "<b:userTask id='s' camunda:dueDate='${x.y()}'/>"),
                step(
                        "due date from the calendar's class",
                        "<b:userTask id='s' camunda:dueDate='${calendar.getClass()}'/>"),
                step(
                        "calendar asked through another value",
                        "<b:userTask id='s' camunda:dueDate='${calendar.day(execution.processEngine, 1)}'/>"),
                step("follow-up date", "<b:userTask id='s' camunda:followUpDate='${x.y()}'/>"),
                step("priority", "<b:userTask id='s' camunda:priority='${x.y()}'/>"),
                step("job priority", "<b:userTask id='s' camunda:jobPriority='${x.y()}'/>"),
                step("form key", "<b:userTask id='s' camunda:formKey='embedded:app:evil.html'/>"),
                step("form by expression", "<b:userTask id='s' camunda:formRef='${x.y()}'/>"),
                step(
                        "potential owner",
                        "<b:userTask id='s'><b:potentialOwner><b:resourceAssignmentExpression>"
                                + "<b:formalExpression>x</b:formalExpression></b:resourceAssignmentExpression></b:potentialOwner></b:userTask>"),
                extension("execution listener class", "<camunda:executionListener event='start' class='evil.Type'/>"),
                extension(
                        "listener with class and a good delegate",
                        "<camunda:executionListener event='start' class='evil.Type' delegateExpression='${recordOutcome}'/>"),
                extension("task listener", "<camunda:taskListener event='create' expression='${x.y()}'/>"),
                extension(
                        "listener script",
                        "<camunda:executionListener event='end'><camunda:script scriptFormat='js'>evil()"
                                + "</camunda:script></camunda:executionListener>"),
                extension(
                        "input expression",
                        "<camunda:inputOutput><camunda:inputParameter name='x'>${x.y()}</camunda:inputParameter></camunda:inputOutput>"),
                extension(
                        "connector",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                extension(
                        "form field",
                        "<camunda:formData><camunda:formField id='f' defaultValue='${x.y()}'/></camunda:formData>"),
                extension("field injection", "<camunda:field name='x' expression='${x.y()}'/>"),
                extension(
                        "property",
                        "<camunda:properties><camunda:property name='x' value='${x.y()}'/></camunda:properties>"),
                extension("retry list", "<camunda:failedJobRetryTimeCycle>${x.y()}</camunda:failedJobRetryTimeCycle>"),
                extension("foreign element", "<evil:thing xmlns:evil='urn:evil'/>"),
                step(
                        "start timer, evaluated while deploying",
                        "<b:startEvent id='s'><b:timerEventDefinition><b:timeDate>${x.y()}</b:timeDate></b:timerEventDefinition></b:startEvent>"),
                step(
                        "duration",
                        "<b:intermediateCatchEvent id='s'><b:timerEventDefinition><b:timeDuration>"
                                + "${x.y()}</b:timeDuration></b:timerEventDefinition></b:intermediateCatchEvent>"),
                step(
                        "repetition",
                        "<b:startEvent id='s'><b:timerEventDefinition><b:timeCycle>${calendar.day(execution, 1)}"
                                + "</b:timeCycle></b:timerEventDefinition></b:startEvent>"),
                step("condition that calls", condition("${x.y()}")),
                step("condition that looks inside", condition("${delivered.class}")),
                step("condition by index", condition("${delivered['class']}")),
                step("condition on the execution", condition("${execution}")),
                step("condition with two parts", condition("${delivered}${x.y()}")),
                step("nested condition", condition("${delivered == '${x}'}")),
                step(
                        "script condition",
                        "<b:sequenceFlow id='f' sourceRef='a' targetRef='b'>"
                                + "<b:conditionExpression language='groovy'>evil()</b:conditionExpression></b:sequenceFlow>"),
                step(
                        "conditional event",
                        "<b:intermediateCatchEvent id='s'><b:conditionalEventDefinition><b:condition>"
                                + "${x.y()}</b:condition></b:conditionalEventDefinition></b:intermediateCatchEvent>"),
                step(
                        "thrown message by class",
                        "<b:intermediateThrowEvent id='s'>"
                                + "<b:messageEventDefinition camunda:class='evil.Type'/></b:intermediateThrowEvent>"),
                file("message name", "<b:message id='m' name='${x.y()}'/>"),
                file("error message", "<b:error id='e' errorCode='1' camunda:errorMessage='${x.y()}'/>"),
                file("signal name", "<b:signal id='m' name='${x.y()}'/>"),
                file(
                        "starter groups",
                        "<b:process id='p2' isExecutable='true' camunda:candidateStarterGroups='${x.y()}'/>"),
                file("time to live", "<b:process id='p2' isExecutable='true' camunda:historyTimeToLive='${x.y()}'/>"),
                file("pool", "<b:collaboration id='c'><b:participant id='q' processRef='p'/></b:collaboration>"),
                arguments(
                        "document type",
                        "x.bpmn",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + drawing("", "")),
                arguments("no namespace", "x.bpmn", "<definitions><process id='p'/></definitions>"),
                arguments("not XML", "x.bpmn", "{}"),
                decision("JUEL", "expressionLanguage='juel'", "\"x\""),
                decision("Groovy", "expressionLanguage='groovy'", "evil()"),
                decision("JavaScript", "expressionLanguage='javascript'", "evil()"),
                decision("expression in FEEL", "", "${x.y()}"),
                decision("Java from FEEL", "", "function(x) external { java: { class: \"java.lang.Runtime\" } }"),
                decision("Java behind a harmless text", "", "\"a\" + string(function(x) external {})"),
                arguments("case file", "x.cmmn", "<x/>"),
                arguments("page", "x.html", "<script>evil()</script>"),
                arguments("script file", "x.groovy", "evil()"),
                arguments("drawing under another ending", "x.bpmn20.xml", drawing("<b:scriptTask id='s'/>", "")),
                arguments("table under another ending", "x.dmn11.xml", table("expressionLanguage='juel'", "1")));
    }

    private static Arguments step(String name, String element) {
        return arguments(name, "x.bpmn", drawing(element, ""));
    }

    private static Arguments extension(String name, String element) {
        return step(name, "<b:userTask id='s'><b:extensionElements>" + element + "</b:extensionElements></b:userTask>");
    }

    private static Arguments file(String name, String element) {
        return arguments(name, "x.bpmn", drawing("", element));
    }

    private static Arguments decision(String name, String language, String text) {
        return arguments(name, "x.dmn", table(language, text));
    }

    private static String condition(String expression) {
        return "<b:sequenceFlow id='f' sourceRef='a' targetRef='b'><b:conditionExpression>" + expression
                + "</b:conditionExpression></b:sequenceFlow>";
    }

    private static String drawing(String inProcess, String inFile) {
        return """
                <b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='d' targetNamespace='t'>
                  <b:process id='p' name='Attack' isExecutable='true' camunda:historyTimeToLive='P90D'>%s</b:process>%s
                </b:definitions>""".formatted(inProcess, inFile);
    }

    private static String table(String language, String text) {
        return """
                <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='t'>
                  <decision id='x' name='Attack'><decisionTable id='t'>
                    <output id='o' name='o' typeRef='string'/>
                    <rule id='r'><outputEntry id='e' %s><text><![CDATA[%s]]></text></outputEntry></rule>
                  </decisionTable></decision></definitions>""".formatted(language, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refusesWhatIsNotKnownToBeHarmless(String name, String file, String content) {
        assertThat(guard.problemsOf(resource(file, content))).isNotEmpty();
    }

    @Test
    void theFileAroundTheAttacksIsHarmless() {
        assertThat(guard.problemsOf(resource("x.bpmn", drawing("", "")))).isEmpty();
        assertThat(guard.problemsOf(resource("x.dmn", table("", "\"external function\""))))
                .isEmpty();
        assertThat(guard.problemsOf(
                        resource("x.dmn", table("expressionLanguage='feel'", "today() + duration(\"P1D\")"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b:userTask id='s' name='Answer' camunda:candidateGroups='${team}'/>",
                "<b:userTask id='s' name='Check the return' camunda:candidateGroups='returns, care'"
                        + " camunda:dueDate='${calendar.inWorkingHours(execution, 8)}' camunda:followUpDate='P1D'"
                        + " camunda:priority='${priority}' camunda:formRef='checkReturn' camunda:formRefBinding='deployment'/>",
                "<b:businessRuleTask id='s' camunda:decisionRef='returnPolicy' camunda:decisionRefBinding='deployment'"
                        + " camunda:mapDecisionResult='singleEntry' camunda:resultVariable='resolution'/>",
                "<b:boundaryEvent id='s' attachedToRef='t' cancelActivity='false'><b:timerEventDefinition id='x'>"
                        + "<b:timeDuration>${calendar.workingTime(execution, 'PT4H', urgency)}</b:timeDuration>"
                        + "</b:timerEventDefinition></b:boundaryEvent>",
                "<b:boundaryEvent id='s' attachedToRef='t'><b:errorEventDefinition id='x' errorRef='e'"
                        + " camunda:errorCodeVariable='code'/></b:boundaryEvent>",
                "<b:boundaryEvent id='s' attachedToRef='t'><b:compensateEventDefinition id='x'/></b:boundaryEvent>"
                        + "<b:association id='a' associationDirection='One' sourceRef='s' targetRef='u'/>"
                        + "<b:serviceTask id='u' isForCompensation='true' camunda:delegateExpression='${recordOutcome}'/>",
                "<b:sendTask id='s' name='Send' camunda:modelerTemplate='dev.afterglow.sendMessage'"
                        + " camunda:modelerTemplateVersion='1' camunda:delegateExpression='${sendTouchpoint}'"
                        + " camunda:asyncBefore='true'><b:extensionElements><camunda:properties>"
                        + "<camunda:property name='touchpoint' value='welcome'/></camunda:properties>"
                        + "<camunda:failedJobRetryTimeCycle>PT1M,PT5M,PT1H</camunda:failedJobRetryTimeCycle>"
                        + "</b:extensionElements></b:sendTask>"
            })
    void letsAnalystsDrawWhatTheyNeed(String element) {
        assertThat(guard.problemsOf(resource("x.bpmn", drawing(element, "")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${delivered}",
                "${!delivered}",
                "${not delivered}",
                "${request == 'RETURN'}",
                "${score &lt;= 6}",
                "${score >= 9 &amp;&amp; !vip}",
                "${ empty reason or kind != \"EXCHANGE\" }"
            })
    void letsGatewaysCompareVariables(String condition) {
        assertThat(guard.problemsOf(resource("x.bpmn", drawing(condition(condition), ""))))
                .isEmpty();
    }

    @Test
    void letsOurOwnDrawingsBe() throws IOException {
        try (var files = Files.walk(PROCESSES)) {
            var drawings = files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn)"))
                    .toList();
            assertThat(drawings).isNotEmpty();
            for (var drawing : drawings) {
                var unknownDelegatesAside = Files.readString(drawing)
                        .replaceAll("delegateExpression=\"\\$\\{\\w+}\"", "delegateExpression=\"\\${recordOutcome}\"");
                assertThat(guard.problemsOf(resource(drawing.toString(), unknownDelegatesAside)))
                        .isEmpty();
            }
        }
    }

    @Test
    void saysInPlainWordsWhatIsWrongAndWhatToDo() {
        var problems = guard.problemsOf(resource(
                "x.bpmn",
                drawing(
                        "<b:scriptTask id='scriptTask_a' name='Compute points'/><b:serviceTask id='serviceTask_b'"
                                + " name='Call partner' camunda:class='evil.Type'/>" + condition("${a.b}"),
                        "")));

        assertThat(problems)
                .containsExactly(
                        "\"Compute points\" (scriptTask_a): \"scriptTask\" cannot be used. Scripts do not run here: pick a"
                                + " template that does it, or ask for one.",
                        "\"Call partner\" (serviceTask_b): \"camunda:class\" cannot be set. Pick a template, or set"
                                + " Delegate expression to the name of a delegate.",
                        "\"Attack\" (p): its text is \"${a.b}\"; a condition names variables and compares them:"
                                + " ${delivered}, ${!delivered}, ${request == 'RETURN'}.");
    }

    @Test
    void stopsNewDrawingsButOnlyReportsThoseThatAlreadyRun() {
        var deployment = new DeploymentEntity();
        deployment.addResource(resource("x.bpmn", drawing("<b:scriptTask id='s'/>", "")));

        deployment.setNew(true);
        assertThatThrownBy(() -> guard.deploy(deployment))
                .isInstanceOf(DrawingRefusedException.class)
                .hasMessageContaining("x.bpmn: \"Attack\" (p)");
        deployment.setNew(false);
        assertThatCode(() -> guard.deploy(deployment)).doesNotThrowAnyException();
    }

    private static ResourceEntity resource(String name, String content) {
        var resource = new ResourceEntity();
        resource.setName(name);
        resource.setBytes(content.getBytes(StandardCharsets.UTF_8));
        return resource;
    }
}
