package dev.afterglow.model;

import static dev.afterglow.model.Planted.in;

import java.util.List;

/** Mistakes in answers, times, expressions and bindings. */
final class PlantedBehaviour {

    private static final String DELIVERED = "${delivered}";
    private static final String RECORD_CALL =
            "name=\"Record call\" camunda:modelerTemplate=\"dev.afterglow.recordOutcome\""
                    + " camunda:modelerTemplateVersion=\"1\" camunda:delegateExpression=\"${recordOutcome}\"";
    private static final String DAY =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${calendar.day(execution, 2)}</bpmn:timeDate>";
    private static final String CONDITION =
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${delivered}</bpmn:conditionExpression>";

    private PlantedBehaviour() {}

    static List<Planted> all() {
        return List.of(
                in("every split has one bare default", "gateway_delivered", " default=\"flow_deliveredNo\"", ""),
                in(
                        "every split has one bare default",
                        "gateway_delivered",
                        "default=\"flow_deliveredNo\"",
                        "default=\"flow_deliveredYes\""),
                in("every other answer has a condition", "flow_deliveredYes", CONDITION, ""),
                in(
                        "only splits have conditions",
                        "flow_toEnd",
                        "targetRef=\"endEvent_journeyCompleted\" />",
                        "targetRef=\"endEvent_journeyCompleted\">" + CONDITION + "</bpmn:sequenceFlow>"),
                in("no means no", "flow_deliveredYes", "name=\"Yes\"", "name=\"No\""),
                in("no means no", "flow_deliveredYes", DELIVERED, "${!delivered}"),
                in("day labels say the timer's day", "event_day2", "\"Day 2\"", "\"Day 3\""),
                in("day labels say the timer's day", "event_day2", "(execution, 2)", "(execution, 12)"),
                in("day labels say the timer's day", "event_day2", "\"Day 2\"", "\"Some days later\""),
                in("days are counted from the order", "event_day2", DAY, DAY.replace("timeDate", "timeDuration")),
                in(
                        "saves before sending where no timer does",
                        "sendTask_sendOrderConfirmation",
                        " camunda:asyncBefore=\"true\"",
                        ""),
                in(
                        "saves before sending where no timer does",
                        "sendTask_sendUsageCheck",
                        "sourceRef=\"serviceTask_lookUpDelivery\"",
                        "sourceRef=\"userTask_callCustomer\""),
                in(
                        "saves no more than needed",
                        "serviceTask_lookUpDelivery",
                        "name=\"Look up the delivery\"",
                        "name=\"Look up the delivery\" camunda:asyncBefore=\"true\""),
                in(
                        "saves no more than needed",
                        "serviceTask_recordCall",
                        "name=\"Record call\"",
                        "name=\"Record call\" camunda:asyncAfter=\"true\""),
                in(
                        "every human decision is recorded",
                        "userTask_callCustomer",
                        "targetRef=\"serviceTask_recordCall\"",
                        "targetRef=\"gateway_beforeRecordCompletion\""),
                in("expressions only name things", "flow_deliveredYes", DELIVERED, "${order.isDelivered()}"),
                in("expressions only name things", "timer_day2", "calendar.day(execution, 2)", "calendar.day(null, 2)"),
                in(
                        "expressions only name things",
                        "message_orderCancelled",
                        "\"order.cancelled\"",
                        "\"order.cancelled ${name}\""),
                in(
                        "delegates are the only code",
                        "serviceTask_lookUpDelivery",
                        "camunda:delegateExpression=\"${lookUpDelivery}\"",
                        "camunda:class=\"dev.afterglow.Evil\""),
                in(
                        "delegates are the only code",
                        "serviceTask_lookUpDelivery",
                        "camunda:delegateExpression=\"${lookUpDelivery}\"",
                        "camunda:expression=\"${lookUpDelivery}\""),
                in(
                        "delegates are the only code",
                        "serviceTask_recordCall",
                        RECORD_CALL + ">",
                        RECORD_CALL + "><bpmn:extensionElements><camunda:executionListener class=\"dev.afterglow.Evil\""
                                + " event=\"start\" /></bpmn:extensionElements>"),
                in(
                        "delegate expressions name a bean",
                        "serviceTask_lookUpDelivery",
                        "${lookUpDelivery}",
                        "${beans.lookUp}"),
                in("tasks name a delegate", "serviceTask_lookUpDelivery", "${lookUpDelivery}", "${lookUpDeliveries}"),
                in(
                        "tasks name a delegate",
                        "serviceTask_lookUpDelivery",
                        " camunda:delegateExpression=\"${lookUpDelivery}\"",
                        ""),
                in(
                        "service tasks are called as their delegate",
                        "serviceTask_lookUpDelivery",
                        "Look up the",
                        "Ask for the"),
                in("send tasks name a touchpoint", "sendTask_sendUsageCheck", "\"usage-check\"", "\"usage-checks\""),
                in(
                        "send and record tasks come from a template",
                        "serviceTask_recordCall",
                        RECORD_CALL,
                        "name=\"Record call\" camunda:delegateExpression=\"${recordOutcome}\""),
                in(
                        "templates exist and are applied",
                        "sendTask_sendUsageCheck",
                        "dev.afterglow.sendMessage",
                        "dev.afterglow.sendMail"),
                in(
                        "templates exist and are applied",
                        "serviceTask_recordCall",
                        RECORD_CALL,
                        RECORD_CALL.replace("Version=\"1\"", "Version=\"0\"")),
                in(
                        "templates exist and are applied",
                        "serviceTask_recordCall",
                        RECORD_CALL,
                        RECORD_CALL.replace("${recordOutcome}", "${lookUpDelivery}")),
                in(
                        "user tasks show a form",
                        "userTask_callCustomer",
                        "formRef=\"callCustomer\"",
                        "formRef=\"callShop\""),
                in(
                        "decisions and called processes exist",
                        "businessRuleTask_decideRefund",
                        "\"refundPolicy\"",
                        "\"refund\""));
    }
}
