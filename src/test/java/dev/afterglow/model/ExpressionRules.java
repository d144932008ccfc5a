package dev.afterglow.model;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A drawing may name variables, delegates and the calendar; anything else would be code in a picture. */
final class ExpressionRules {

    static final Pattern BEAN = Pattern.compile("\\$\\{([a-z]\\w*)}");
    private static final String OPERAND = "!?\\s*(?:[a-z]\\w*|'[^'{}]*'|\\d+)";
    private static final String TERM = OPERAND + "(?:\\s*(?:==|!=|<=|>=|<|>)\\s*" + OPERAND + ")?";
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{\\s*" + TERM + "(?:\\s*(?:&&|\\|\\||and|or)\\s*" + TERM + ")*\\s*}");
    private static final Pattern CALENDAR = Pattern.compile("\\$\\{calendar\\.(?:(?:day|inDays)\\(execution, \\d+"
            + "|businessHours\\(execution, (?:\\d+|[a-z]\\w*))\\)}");

    private static final Set<String> CODE_ATTRIBUTES = Set.of("class", "expression", "type", "topic");
    private static final Set<String> CODE_ELEMENTS = Set.of("script", "connector");

    private ExpressionRules() {}

    static Stream<String> expressionsOnlyNameThings(Drawing drawing) {
        return drawing.elements()
                .flatMap(element -> texts(element)
                        .filter(text -> text.contains("${") || text.contains("#{"))
                        .filter(text -> Stream.of(BEAN, CONDITION, CALENDAR)
                                .noneMatch(form -> form.matcher(text).matches()))
                        .map(text -> drawing.at("%s: %s is more than a variable, a comparison, a delegate or "
                                .formatted(owner(element), text)
                                .concat("${calendar.day(execution, 10)}; put it into a delegate or a decision"))));
    }

    static Stream<String> delegatesAreTheOnlyCode(Drawing drawing) {
        return drawing.elements()
                .flatMap(element -> Stream.concat(
                        attributes(element)
                                .filter(ExpressionRules::bindsCode)
                                .map(attribute -> drawing.at("%s: bind a delegate with delegateExpression instead of %s"
                                        .formatted(owner(element), attribute.getName()))),
                        Stream.of(element)
                                .filter(code -> CODE_ELEMENTS.contains(code.getLocalName()))
                                .map(code -> drawing.at("%s: no scripts and connectors in drawings; write a delegate"
                                        .formatted(owner(code))))));
    }

    static Stream<String> delegateExpressionsNameABean(Drawing drawing) {
        return drawing.elements()
                .flatMap(element -> attributes(element)
                        .filter(attribute -> attribute.getLocalName().equals("delegateExpression"))
                        .filter(attribute -> !BEAN.matcher(attribute.getValue()).matches())
                        .map(attribute -> drawing.at("%s: %s is not of the form ${sendTouchpoint}"
                                .formatted(owner(element), attribute.getValue()))));
    }

    private static boolean bindsCode(Attr attribute) {
        var inCamunda = Drawing.CAMUNDA.equals(attribute.getNamespaceURI());
        var listener = attribute.getOwnerElement().getLocalName().endsWith("Listener");
        return CODE_ATTRIBUTES.contains(attribute.getLocalName())
                && (inCamunda || listener && !attribute.getLocalName().equals("type"));
    }

    private static Stream<String> texts(Element element) {
        var children = element.getChildNodes();
        var own = IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(child ->
                        child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE)
                .map(child -> child.getNodeValue().trim());
        return Stream.concat(own, attributes(element).map(Attr::getValue));
    }

    private static Stream<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i));
    }

    /** The id of the element or of the nearest one around it that has one. */
    private static String owner(Node node) {
        return node instanceof Element element && element.hasAttribute("id")
                ? element.getAttribute("id")
                : node.getParentNode() == null ? "the file" : owner(node.getParentNode());
    }
}
