package dev.afterglow.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Where a drawing puts its nodes and flows; those it does not draw are missing here. */
record Layout(Map<FlowNode, Box> boxes, Map<SequenceFlow, List<Segment>> lines) {

    static Layout of(Drawing drawing) {
        var boxes = new LinkedHashMap<FlowNode, Box>();
        drawing.nodes().forEach(node -> {
            if (node.getDiagramElement() instanceof BpmnShape shape && shape.getBounds() != null) {
                var bounds = shape.getBounds();
                boxes.put(node, new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
            }
        });
        var lines = new LinkedHashMap<SequenceFlow, List<Segment>>();
        drawing.flows().forEach(flow -> {
            var edge = flow.getDiagramElement();
            if (edge != null && edge.getWaypoints().size() > 1) {
                lines.put(flow, segments(edge));
            }
        });
        return new Layout(boxes, lines);
    }

    private static List<Segment> segments(BpmnEdge edge) {
        var points = List.copyOf(edge.getWaypoints());
        var segments = new ArrayList<Segment>();
        for (int i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            segments.add(new Segment(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return segments;
    }

    /** The rectangle around a shape. */
    record Box(double x, double y, double width, double height) {

        double centerX() {
            return x + width / 2;
        }

        double centerY() {
            return y + height / 2;
        }

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean holds(Box other) {
            return x <= other.x
                    && y <= other.y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }

        Box shrunkBy(double margin) {
            return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
        }
    }

    /** A straight piece of a flow. */
    record Segment(double x1, double y1, double x2, double y2) {

        boolean isStraight() {
            return Math.abs(x1 - x2) < 0.5 || Math.abs(y1 - y2) < 0.5;
        }

        boolean runsThrough(Box box) {
            return new Box(left(), top(), Math.abs(x2 - x1), Math.abs(y2 - y1)).overlaps(box);
        }

        /** One passes through the middle of the other. */
        boolean crosses(Segment other) {
            return isVertical() != other.isVertical() && (isVertical() ? cut(this, other) : cut(other, this));
        }

        /** Both lie on one line for more than a point. */
        boolean covers(Segment other) {
            return isVertical() == other.isVertical()
                    && (isVertical() ? Math.abs(x1 - other.x1) < 1 : Math.abs(y1 - other.y1) < 1)
                    && (isVertical()
                            ? Math.min(bottom(), other.bottom()) - Math.max(top(), other.top()) > 1
                            : Math.min(right(), other.right()) - Math.max(left(), other.left()) > 1);
        }

        boolean touches(Segment other) {
            return left() <= other.right()
                    && other.left() <= right()
                    && top() <= other.bottom()
                    && other.top() <= bottom();
        }

        private static boolean cut(Segment vertical, Segment horizontal) {
            return horizontal.left() < vertical.x1
                    && vertical.x1 < horizontal.right()
                    && vertical.top() < horizontal.y1
                    && horizontal.y1 < vertical.bottom();
        }

        private boolean isVertical() {
            return Math.abs(x1 - x2) < Math.abs(y1 - y2);
        }

        private double left() {
            return Math.min(x1, x2);
        }

        private double right() {
            return Math.max(x1, x2);
        }

        private double top() {
            return Math.min(y1, y2);
        }

        private double bottom() {
            return Math.max(y1, y2);
        }
    }
}
