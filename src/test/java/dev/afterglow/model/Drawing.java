package dev.afterglow.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One BPMN file, as Camunda's model API and as plain XML. */
public record Drawing(String file, BpmnModelInstance model, Document xml) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    /** The drawings in {@code processes/}. */
    public static List<Drawing> all() {
        return ModelFolder.files(Path.of("processes"), ".bpmn").stream()
                .map(path -> of(path.getFileName().toString(), ModelFolder.text(path)))
                .toList();
    }

    static Drawing of(String file, String source) {
        try {
            var bytes = source.getBytes(StandardCharsets.UTF_8);
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var xml = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
            return new Drawing(file, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)), xml);
        } catch (Exception e) {
            throw new IllegalArgumentException(file + " is not a BPMN file the engine can read: " + e.getMessage(), e);
        }
    }

    <T extends BaseElement> Stream<T> each(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    Stream<FlowNode> nodes() {
        return each(FlowNode.class);
    }

    Stream<SequenceFlow> flows() {
        return each(SequenceFlow.class);
    }

    Stream<Element> elements() {
        var all = xml.getElementsByTagName("*");
        return Stream.iterate(0, i -> i < all.getLength(), i -> i + 1).map(i -> (Element) all.item(i));
    }

    /** A finding: which file, which element, and what to do. */
    String at(BaseElement element, String advice) {
        var label = element instanceof FlowElement named ? named.getName() : null;
        return "%s, %s%s: %s".formatted(file, label == null ? "" : "\"" + label + "\" ", element.getId(), advice);
    }

    String at(String advice) {
        return file + ": " + advice;
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
