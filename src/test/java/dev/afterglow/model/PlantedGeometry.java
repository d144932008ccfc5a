package dev.afterglow.model;

import static dev.afterglow.model.Planted.in;

import java.util.List;

/** Mistakes an eye would see at once. */
final class PlantedGeometry {

    private static final String TO_END = "<di:waypoint x=\"1108\" y=\"180\" /><di:waypoint x=\"1160\" y=\"180\" />";
    private static final String CALL_TO_JOIN = "<di:waypoint x=\"931\" y=\"340\" /><di:waypoint x=\"931\" y=\"205\" />";
    private static final String RECORD_CALL = "<dc:Bounds x=\"779\" y=\"300\" width=\"100\" height=\"80\" />";

    private PlantedGeometry() {}

    static List<Planted> all() {
        return List.of(
                in("everything is drawn", "serviceTask_recordCall", shape("serviceTask_recordCall", RECORD_CALL), ""),
                in(
                        "everything is drawn",
                        "flow_toEnd",
                        "<bpmndi:BPMNEdge id=\"flow_toEnd_di\" bpmnElement=\"flow_toEnd\">" + TO_END
                                + "</bpmndi:BPMNEdge>",
                        ""),
                in("flows dock on borders", "flow_toEnd", TO_END, TO_END.replace("1160", "1150")),
                in("flows dock on borders", "flow_toEnd", TO_END, TO_END.replace("1108", "1090")),
                in("flows dock on borders", "flow_callToJoin", CALL_TO_JOIN, CALL_TO_JOIN.replace("205", "190")),
                in(
                        "flows turn at right angles",
                        "flow_callToJoin",
                        CALL_TO_JOIN,
                        "<di:waypoint x=\"931\" y=\"205\" />"),
                in(
                        "flows do not cross",
                        "flow_toJoin",
                        "<di:waypoint x=\"677\" y=\"205\" /><di:waypoint x=\"677\" y=\"300\" />",
                        "<di:waypoint x=\"677\" y=\"205\" /><di:waypoint x=\"677\" y=\"250\" />"
                                + "<di:waypoint x=\"880\" y=\"250\" /><di:waypoint x=\"880\" y=\"100\" />"
                                + "<di:waypoint x=\"610\" y=\"100\" /><di:waypoint x=\"610\" y=\"340\" />"
                                + "<di:waypoint x=\"627\" y=\"340\" />"),
                in(
                        "flows do not cross",
                        "flow_toCompletion",
                        TO_END,
                        "<di:waypoint x=\"1108\" y=\"180\" /><di:waypoint x=\"980\" y=\"180\" />"
                                + "<di:waypoint x=\"1160\" y=\"180\" />"),
                in(
                        "flows go round shapes",
                        "serviceTask_recordCall",
                        CALL_TO_JOIN,
                        "<di:waypoint x=\"829\" y=\"340\" />" + CALL_TO_JOIN),
                in(
                        "flows go round shapes",
                        "sendTask_sendUsageCheck",
                        CALL_TO_JOIN,
                        "<di:waypoint x=\"800\" y=\"340\" /><di:waypoint x=\"800\" y=\"120\" />"
                                + "<di:waypoint x=\"931\" y=\"120\" /><di:waypoint x=\"931\" y=\"155\" />"),
                in("shapes stand apart", "userTask_callCustomer", RECORD_CALL, RECORD_CALL.replace("779", "700")),
                in(
                        "shapes stand apart",
                        "endEvent_journeyCancelled",
                        "<dc:Bounds x=\"470\" y=\"507\"",
                        "<dc:Bounds x=\"670\" y=\"507\""),
                in(
                        "the happy path is a row",
                        "serviceTask_recordCompletion",
                        "<dc:Bounds x=\"1160\" y=\"162\"",
                        "<dc:Bounds x=\"1160\" y=\"262\""));
    }

    private static String shape(String id, String bounds) {
        return "<bpmndi:BPMNShape id=\"%s_di\" bpmnElement=\"%s\">%s</bpmndi:BPMNShape>".formatted(id, id, bounds);
    }
}
