package dev.afterglow.model;

import static dev.afterglow.model.Planted.in;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mistakes in names, labels and size. */
final class PlantedWords {

    private PlantedWords() {}

    static List<Planted> all() {
        return List.of(
                in("is one process named as its file", "smallJourney", "smallJourney", "someJourney"),
                in("is one process named as its file", "Executable", "isExecutable=\"true\"", "isExecutable=\"false\""),
                in("introduces itself", "history", " camunda:historyTimeToLive=\"P120D\"", ""),
                in("introduces itself", "version tag", " camunda:versionTag=\"1\"", ""),
                in("introduces itself", "executionPlatformVersion", "7.24.0", "7.19.0"),
                in(
                        "introduces itself",
                        "document",
                        "The smallest drawing that meets every rule; the tests of the rules "
                                + "break it in one place each.",
                        " "),
                in("ids say type and meaning", "Activity_0x1y2z3", "serviceTask_recordCall", "Activity_0x1y2z3"),
                in("ids say type and meaning", "Flow_1", "flow_toEnd", "Flow_1"),
                in("ids say type and meaning", "Message_1", "message_orderCancelled", "Message_1"),
                in(
                        "ids say type and meaning",
                        "businessRuleTask_decideRefund",
                        "bpmn:businessRuleTask",
                        "bpmn:scriptTask"),
                in("fits on a screen", "27 nodes", "<bpmn:endEvent id=\"endEvent_journeyCompleted\"", manyNodes()),
                in("everything is named", "event_day2", " name=\"Day 2\"", ""),
                in("everything is named", "serviceTask_recordCall", " name=\"Record call\"", " name=\"\""),
                in("tasks say verb and object", "sendTask_sendUsageCheck", "\"Send usage check\"", "\"Check\""),
                in("gateways ask and flows answer", "gateway_delivered", "\"Delivered?\"", "\"Delivered\""),
                in("gateways ask and flows answer", "flow_deliveredYes", " name=\"Yes\"", ""),
                in(
                        "gateways ask and flows answer",
                        "gateway_beforeRecordCompletion",
                        "<bpmn:exclusiveGateway id=\"gateway_beforeRecordCompletion\"",
                        "<bpmn:exclusiveGateway id=\"gateway_beforeRecordCompletion\" name=\"Ready?\""),
                in("labels are in sentence case", "sendTask_sendUsageCheck", "Send usage check", "Send Usage Check"),
                in("labels are in sentence case", "event_day2", "\"Day 2\"", "\"day 2\""),
                in("labels use no technical words", "serviceTask_recordCall", "\"Record call\"", "\"Process call\""),
                in("labels use no technical words", "flow_deliveredYes", "\"Yes\"", "\"true\""));
    }

    private static String manyNodes() {
        return IntStream.rangeClosed(1, 17)
                        .mapToObj("<bpmn:endEvent id=\"endEvent_end%d\" name=\"Journey ended\" />"::formatted)
                        .collect(Collectors.joining())
                + "<bpmn:endEvent id=\"endEvent_journeyCompleted\"";
    }
}
