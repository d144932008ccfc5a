package dev.afterglow.journey.engine;

import static dev.afterglow.journey.engine.Wording.FEEL;
import static dev.afterglow.journey.engine.Wording.FEEL_LANGUAGE;
import static dev.afterglow.journey.engine.Wording.ID;
import static dev.afterglow.journey.engine.Wording.NUMBER;
import static dev.afterglow.journey.engine.Wording.PLAIN;
import static dev.afterglow.journey.engine.Wording.VARIABLE_NAME;
import static dev.afterglow.journey.engine.Wording.WORDS;
import static dev.afterglow.journey.engine.Wording.YES_NO;

import java.util.Map;
import java.util.Set;

/** The elements a drawing and a decision may be made of; what is missing here cannot be deployed. */
class DrawingVocabulary {

    private static final String STEPS =
            "startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent"
                    + " exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway serviceTask sendTask userTask"
                    + " businessRuleTask receiveTask subProcess";
    private static final Map<String, Wording> STEP = Map.of(
            "camunda:asyncBefore", YES_NO,
            "camunda:asyncAfter", YES_NO,
            "camunda:exclusive", YES_NO,
            "camunda:jobPriority", NUMBER,
            "camunda:modelerTemplate", PLAIN,
            "camunda:modelerTemplateVersion", NUMBER,
            "isForCompensation", YES_NO,
            "default", ID);
    private static final Map<String, Wording> NONE = Map.of();
    private static final Map<String, Wording> FILE = Map.of(
            "targetNamespace", PLAIN,
            "namespace", PLAIN,
            "exporter", PLAIN,
            "exporterVersion", PLAIN,
            "xsi:schemaLocation", PLAIN);

    private DrawingVocabulary() {}

    static DrawingRules ofDrawings(Iterable<String> delegates) {
        var work = Map.of("camunda:delegateExpression", Wording.delegate(delegates));
        var reference = Map.of("messageRef", ID, "errorRef", ID, "activityRef", ID, "waitForCompletion", YES_NO);
        var rules = new DrawingRules(
                Set.of("http://www.omg.org/spec/BPMN/20100524/MODEL"), "http://camunda.org/schema/1.0/bpmn");
        rules.element("definitions", FILE)
                .element(
                        "process",
                        Map.of(
                                "isExecutable", YES_NO,
                                "isClosed", YES_NO,
                                "camunda:versionTag", PLAIN,
                                "camunda:historyTimeToLive", Wording.DAYS,
                                "camunda:isStartableInTasklist", YES_NO,
                                "camunda:modelerTemplate", PLAIN,
                                "camunda:modelerTemplateVersion", NUMBER))
                .element(STEPS, STEP)
                .element("startEvent", Map.of("isInterrupting", YES_NO))
                .element("boundaryEvent", Map.of("attachedToRef", ID, "cancelActivity", YES_NO))
                .element("subProcess", Map.of("triggeredByEvent", YES_NO))
                .element("receiveTask", Map.of("messageRef", ID, "instantiate", YES_NO))
                .element("exclusiveGateway parallelGateway inclusiveGateway", Map.of("gatewayDirection", PLAIN))
                .element("eventBasedGateway", Map.of("instantiate", YES_NO, "eventGatewayType", PLAIN))
                .element("serviceTask sendTask businessRuleTask messageEventDefinition", work);
        people(rules);
        return rules.element("sequenceFlow", Map.of("sourceRef", ID, "targetRef", ID, "isImmediate", YES_NO))
                .element("message", NONE)
                .element("error", Map.of("errorCode", PLAIN))
                .element("messageEventDefinition errorEventDefinition compensateEventDefinition", reference)
                .element(
                        "errorEventDefinition",
                        Map.of(
                                "camunda:errorCodeVariable",
                                VARIABLE_NAME,
                                "camunda:errorMessageVariable",
                                VARIABLE_NAME))
                .element("timerEventDefinition terminateEventDefinition incoming outgoing extensionElements", NONE)
                .element("timeDate timeDuration timeCycle conditionExpression", Map.of("xsi:type", Wording.SCHEMA_TYPE))
                .element("association", Map.of("sourceRef", ID, "targetRef", ID, "associationDirection", PLAIN))
                .element("documentation textAnnotation", Map.of("textFormat", PLAIN))
                .element("text camunda:properties camunda:failedJobRetryTimeCycle", NONE)
                .element("camunda:property", Map.of("value", PLAIN))
                .text("documentation text", PLAIN)
                .text("incoming outgoing", ID)
                .text("conditionExpression", Wording.CONDITION)
                .text("timeDate", Wording.MOMENT)
                .text("timeDuration", Wording.WAIT)
                .text("timeCycle", Wording.REPEAT)
                .text("camunda:failedJobRetryTimeCycle", Wording.RETRIES);
    }

    private static void people(DrawingRules rules) {
        rules.element(
                        "userTask",
                        Map.of(
                                "camunda:candidateGroups", Wording.GROUPS,
                                "camunda:dueDate", Wording.DUE,
                                "camunda:followUpDate", Wording.DUE,
                                "camunda:priority", Wording.PRIORITY,
                                "camunda:formRef", ID,
                                "camunda:formRefBinding", Wording.BINDING,
                                "camunda:formRefVersion", NUMBER))
                .element(
                        "businessRuleTask",
                        Map.of(
                                "camunda:decisionRef", ID,
                                "camunda:decisionRefBinding", Wording.BINDING,
                                "camunda:decisionRefVersion", NUMBER,
                                "camunda:decisionRefVersionTag", PLAIN,
                                "camunda:mapDecisionResult", Wording.RESULT,
                                "camunda:resultVariable", VARIABLE_NAME));
    }

    static DrawingRules ofDecisions() {
        var language = Map.of("expressionLanguage", FEEL_LANGUAGE);
        var typed = Map.of("typeRef", WORDS, "label", PLAIN, "expressionLanguage", FEEL_LANGUAGE);
        return new DrawingRules(
                        Set.of(
                                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                                "http://www.omg.org/spec/DMN/20151101/dmn.xsd"),
                        "http://camunda.org/schema/1.0/dmn")
                .element("definitions", FILE)
                .element("definitions", language)
                .element("decision", Map.of("camunda:historyTimeToLive", Wording.DAYS, "camunda:versionTag", PLAIN))
                .element("variable inputExpression inputValues outputValues literalExpression output", typed)
                .element("informationRequirement inputData rule annotation annotationEntry text description", NONE)
                .element("question allowedAnswers extensionElements textAnnotation defaultOutputEntry", NONE)
                .element("textAnnotation", Map.of("textFormat", PLAIN))
                .element("association", Map.of("associationDirection", PLAIN))
                .element("requiredInput requiredDecision sourceRef targetRef", Map.of("href", PLAIN))
                .element(
                        "decisionTable",
                        Map.of(
                                "hitPolicy", PLAIN,
                                "aggregation", PLAIN,
                                "preferredOrientation", PLAIN,
                                "outputLabel", PLAIN))
                .element("input", Map.of("label", PLAIN, "camunda:inputVariable", VARIABLE_NAME))
                .element("inputEntry outputEntry defaultOutputEntry", language)
                .text("description question allowedAnswers annotation", PLAIN)
                .text("textAnnotation/text annotationEntry/text", PLAIN)
                .text("text", FEEL);
    }
}
