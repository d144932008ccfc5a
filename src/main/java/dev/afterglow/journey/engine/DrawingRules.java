package dev.afterglow.journey.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks one file and names every element, attribute and text that is not known to be harmless. */
class DrawingRules {

    private static final int LONGEST_QUOTE = 80;
    private static final int DEEPEST = 60;

    /** Where things are drawn: elements and attributes of any name, but never an expression. */
    private static final Set<String> LAYOUT = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0");

    private final Set<String> languages;
    private final String extensions;
    private final Map<String, Map<String, Wording>> elements = new HashMap<>();
    private final Map<String, Wording> texts = new HashMap<>();

    DrawingRules(Set<String> languages, String extensions) {
        this.languages = languages;
        this.extensions = extensions;
    }

    static DrawingRules forDrawings(Iterable<String> delegates) {
        return DrawingVocabulary.ofDrawings(delegates);
    }

    static DrawingRules forDecisions() {
        return DrawingVocabulary.ofDecisions();
    }

    /** Lets these elements be, each with an id, a name and these attributes. */
    DrawingRules element(String names, Map<String, Wording> attributes) {
        for (var name : names.split(" ")) {
            var known = elements.computeIfAbsent(
                    name, it -> new HashMap<>(Map.of("id", Wording.ID, "name", Wording.PLAIN)));
            known.putAll(attributes);
        }
        return this;
    }

    /** Lets these elements have text. A name may be {@code parent/element}. */
    DrawingRules text(String names, Wording wording) {
        for (var name : names.split(" ")) {
            texts.put(name, wording);
        }
        return this;
    }

    List<String> problemsOf(Element root) {
        var problems = new ArrayList<String>();
        walk(root, 0, problems);
        return problems;
    }

    private void walk(Element element, int depth, List<String> problems) {
        var known = isLayout(element) ? Map.<String, Wording>of() : elements.get(nameOf(element));
        if (known == null) {
            problems.add(owner(element) + ": \"" + element.getLocalName() + "\" cannot be used. "
                    + Wording.adviceFor(element.getLocalName()));
            return;
        }
        if (depth > DEEPEST) {
            problems.add(owner(element) + ": it is nested too deeply.");
            return;
        }
        checkAttributes(element, known, problems);
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, depth + 1, problems);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        check(element, "its text", textRule(element), text.toString(), problems);
    }

    private void checkAttributes(Element element, Map<String, Wording> known, List<String> problems) {
        for (var i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            var rule = attributeRule(element, attribute, known);
            if (rule == null) {
                problems.add(owner(element) + ": \"" + attribute.getName() + "\" cannot be set. "
                        + Wording.adviceFor(attribute.getLocalName()));
            } else {
                check(element, "\"" + attribute.getName() + "\"", rule, attribute.getValue(), problems);
            }
        }
    }

    private @Nullable Wording attributeRule(Element element, Attr attribute, Map<String, Wording> known) {
        var namespace = attribute.getNamespaceURI();
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(namespace) || namespace != null && LAYOUT.contains(namespace)) {
            return Wording.PLAIN;
        }
        if (namespace == null) {
            return isLayout(element) ? Wording.PLAIN : known.get(attribute.getLocalName());
        }
        if (extensions.equals(namespace)) {
            return known.get("camunda:" + attribute.getLocalName());
        }
        return XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace)
                ? known.get("xsi:" + attribute.getLocalName())
                : null;
    }

    private Wording textRule(Element element) {
        if (isLayout(element)) {
            return Wording.NOTHING;
        }
        var name = nameOf(element);
        var parent = element.getParentNode() instanceof Element outer ? nameOf(outer) : "";
        return texts.getOrDefault(parent + "/" + name, texts.getOrDefault(name, Wording.NOTHING));
    }

    private static void check(Element element, String where, Wording rule, String value, List<String> problems) {
        if (!rule.allows(value)) {
            problems.add(owner(element) + ": " + where + " is " + quote(value) + "; " + rule.explanation() + ".");
        }
    }

    private static boolean isLayout(Element element) {
        return element.getNamespaceURI() != null && LAYOUT.contains(element.getNamespaceURI());
    }

    private String nameOf(Element element) {
        var namespace = element.getNamespaceURI();
        if (namespace != null && languages.contains(namespace)) {
            return element.getLocalName();
        }
        return extensions.equals(namespace) ? "camunda:" + element.getLocalName() : "?" + element.getNodeName();
    }

    /** The nearest thing the person who drew it can see and has given a name. */
    private static String owner(Element element) {
        for (Node node = element; node instanceof Element visible; node = node.getParentNode()) {
            if (visible.hasAttribute("id") && !visible.getAttribute("name").isBlank()) {
                return "\"" + visible.getAttribute("name").strip() + "\" (" + visible.getAttribute("id") + ")";
            }
        }
        for (Node node = element; node instanceof Element visible; node = node.getParentNode()) {
            if (visible.hasAttribute("id")) {
                return visible.getAttribute("id");
            }
        }
        return element.getNodeName();
    }

    private static String quote(String value) {
        var line = value.strip().replaceAll("\\s+", " ");
        return "\"" + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line) + "\"";
    }
}
