package dev.afterglow.model;

import dev.afterglow.model.Layout.Box;
import dev.afterglow.model.Layout.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A drawing is pleasant to look at: everything is there, docked, square, apart, and the happy path is a row. */
final class GeometryRules {

    private static final double TOLERANCE = 1.5;

    private GeometryRules() {}

    static Stream<String> everythingIsDrawn(Drawing drawing) {
        var layout = Layout.of(drawing);
        return Stream.concat(
                drawing.nodes()
                        .filter(node -> !layout.boxes().containsKey(node))
                        .map(node -> drawing.at(node, "it has no shape; open the file in the Modeler and place it")),
                drawing.flows()
                        .filter(flow -> !layout.lines().containsKey(flow))
                        .map(flow -> drawing.at(flow, "it has no line; open the file in the Modeler and draw it")));
    }

    static Stream<String> flowsDockOnBorders(Drawing drawing) {
        var layout = Layout.of(drawing);
        return layout.lines().entrySet().stream().flatMap(line -> {
            var first = line.getValue().get(0);
            var last = line.getValue().get(line.getValue().size() - 1);
            var source = line.getKey().getSource();
            var target = line.getKey().getTarget();
            return Findings.of()
                    .when(
                            !docks(layout, source, first.x1(), first.y1()),
                            drawing.at(line.getKey(), "its line does not begin on the border of " + source.getId()))
                    .when(
                            !docks(layout, target, last.x2(), last.y2()),
                            drawing.at(line.getKey(), "its line does not end on the border of " + target.getId()))
                    .stream();
        });
    }

    static Stream<String> flowsTurnAtRightAngles(Drawing drawing) {
        return Layout.of(drawing).lines().entrySet().stream()
                .filter(line -> !line.getValue().stream().allMatch(Segment::isStraight))
                .map(line -> drawing.at(line.getKey(), "a piece of its line is slanted; use right angles only"));
    }

    static Stream<String> flowsDoNotCross(Drawing drawing) {
        var lines = new ArrayList<>(Layout.of(drawing).lines().entrySet());
        var findings = Findings.of();
        for (int i = 0; i < lines.size(); i++) {
            for (var other : lines.subList(i + 1, lines.size())) {
                var line = lines.get(i);
                findings.when(
                        meet(line.getKey(), line.getValue(), other.getKey(), other.getValue()),
                        drawing.at(
                                line.getKey(),
                                "its line crosses or covers that of "
                                        + other.getKey().getId()));
            }
        }
        return findings.stream();
    }

    static Stream<String> flowsGoRoundShapes(Drawing drawing) {
        var layout = Layout.of(drawing);
        return layout.lines().entrySet().stream()
                .flatMap(line -> layout.boxes().entrySet().stream()
                        .filter(shape -> !isAround(shape.getKey(), line.getKey()))
                        .filter(shape -> line.getValue().stream()
                                .anyMatch(segment ->
                                        segment.runsThrough(shape.getValue().shrunkBy(TOLERANCE))))
                        .map(shape -> drawing.at(
                                line.getKey(),
                                "its line runs through " + shape.getKey().getId())));
    }

    static Stream<String> shapesStandApart(Drawing drawing) {
        var shapes = new ArrayList<>(Layout.of(drawing).boxes().entrySet());
        var findings = Findings.of();
        for (var shape : shapes) {
            for (var other : shapes) {
                var inside = other.getKey().getParentElement().equals(shape.getKey());
                findings.when(
                        inside && !shape.getValue().holds(other.getValue()),
                        drawing.at(
                                other.getKey(),
                                "place it inside " + shape.getKey().getId()));
                findings.when(
                        shapes.indexOf(shape) < shapes.indexOf(other)
                                && areNeighbours(shape.getKey(), other.getKey())
                                && shape.getValue().overlaps(other.getValue()),
                        drawing.at(
                                shape.getKey(), "it overlaps " + other.getKey().getId()));
            }
        }
        return findings.stream();
    }

    static Stream<String> theHappyPathIsARow(Drawing drawing) {
        var layout = Layout.of(drawing);
        return drawing.each(StartEvent.class)
                .filter(layout.boxes()::containsKey)
                .flatMap(start -> {
                    var last =
                            lastInRow(layout, start, layout.boxes().get(start).centerY());
                    return Findings.of()
                            .when(
                                    !last.getOutgoing().isEmpty(),
                                    drawing.at(
                                            last,
                                            "the way from %s to an end leaves its row here; draw the usual way straight"
                                                    .formatted(start.getId())))
                            .stream();
                });
    }

    /** The node farthest along the row, a node without outgoing flows if there is one. */
    private static FlowNode lastInRow(Layout layout, FlowNode node, double row) {
        var box = layout.boxes().get(node);
        List<FlowNode> ends = node.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .filter(layout.boxes()::containsKey)
                .filter(target -> isNextInRow(box, target, layout.boxes().get(target), row))
                .map(target -> lastInRow(layout, target, row))
                .toList();
        return ends.stream()
                .filter(end -> end.getOutgoing().isEmpty())
                .findFirst()
                .orElse(ends.isEmpty() ? node : ends.get(0));
    }

    /** An open sub-process hangs from the row: its own row runs on where the outer one leaves off. */
    private static boolean isNextInRow(Box box, FlowNode node, Box next, double row) {
        var offset = Math.abs(next.centerY() - row);
        return next.centerX() > box.centerX() && offset <= (node instanceof SubProcess ? next.height() / 2 : TOLERANCE);
    }

    private static boolean docks(Layout layout, FlowNode node, double x, double y) {
        var box = layout.boxes().get(node);
        if (box == null) {
            return true;
        }
        var dx = Math.abs(x - box.centerX());
        var dy = Math.abs(y - box.centerY());
        if (node instanceof Event) {
            return Math.abs(Math.hypot(dx, dy) - box.width() / 2) <= TOLERANCE;
        }
        if (node instanceof Gateway) {
            return Math.abs(dx / (box.width() / 2) + dy / (box.height() / 2) - 1) <= TOLERANCE / (box.width() / 2);
        }
        var onSide = Math.abs(dx - box.width() / 2) <= TOLERANCE && dy <= box.height() / 2 + TOLERANCE;
        var onTop = Math.abs(dy - box.height() / 2) <= TOLERANCE && dx <= box.width() / 2 + TOLERANCE;
        return onSide || onTop;
    }

    private static boolean meet(SequenceFlow one, List<Segment> its, SequenceFlow two, List<Segment> others) {
        var joinOrFork =
                one.getTarget().equals(two.getTarget()) || one.getSource().equals(two.getSource());
        var follow = one.getTarget().equals(two.getSource()) || two.getTarget().equals(one.getSource());
        return its.stream()
                .anyMatch(segment -> others.stream()
                        .anyMatch(other -> segment.crosses(other)
                                || !joinOrFork && segment.covers(other)
                                || !joinOrFork && !follow && segment.touches(other)));
    }

    /** Sub-processes hold the flows inside them. */
    private static boolean isAround(FlowNode shape, SequenceFlow flow) {
        for (ModelElementInstance scope = flow.getParentElement(); scope != null; scope = scope.getParentElement()) {
            if (scope.equals(shape)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areNeighbours(FlowNode one, FlowNode other) {
        return one.getParentElement().equals(other.getParentElement())
                && !(one instanceof BoundaryEvent)
                && !(other instanceof BoundaryEvent);
    }
}
