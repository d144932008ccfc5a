package dev.afterglow.journey.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Looks at every drawing and decision before the engine does, because the engine evaluates some expressions while it
 * deploys. What is not known to be harmless is refused. A drawing that was deployed before this guard is only reported:
 * orders are under way in it.
 */
class DrawingGuard implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(DrawingGuard.class);
    private static final List<String> DRAWINGS = List.of(".bpmn", ".bpmn20.xml");
    private static final List<String> DECISIONS = List.of(".dmn", ".dmn11.xml");
    private static final List<String> FORMS = List.of(".form");

    private final DrawingRules drawings;
    private final DrawingRules decisions = DrawingRules.forDecisions();

    DrawingGuard(DrawableBeans beans) {
        this.drawings = DrawingRules.forDrawings(beans.delegates());
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        var problems = new ArrayList<String>();
        for (var resource : deployment.getResources().values()) {
            problemsOf(resource).forEach(problem -> problems.add(resource.getName() + ": " + problem));
        }
        if (problems.isEmpty()) {
            return;
        }
        if (deployment.isNew()) {
            throw new DrawingRefusedException(problems);
        }
        LOG.warn("Deployed before today's rules, and still running: {}", String.join(" | ", problems));
    }

    List<String> problemsOf(ResourceEntity resource) {
        var name = resource.getName().toLowerCase(Locale.ROOT);
        if (endsWith(name, DRAWINGS)) {
            return check(drawings, resource.getBytes());
        }
        if (endsWith(name, DECISIONS)) {
            return check(decisions, resource.getBytes());
        }
        return endsWith(name, FORMS)
                ? List.of()
                : List.of("only drawings (.bpmn), decisions (.dmn) and forms (.form) can be deployed.");
    }

    private static boolean endsWith(String name, List<String> suffixes) {
        return suffixes.stream().anyMatch(name::endsWith);
    }

    private static List<String> check(DrawingRules rules, byte[] file) {
        try {
            var document = parser().parse(new ByteArrayInputStream(file));
            return rules.problemsOf(document.getDocumentElement());
        } catch (SAXException e) {
            return List.of("this is not a file the Modeler writes (" + e.getMessage() + ").");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("The drawing cannot be read", e);
        }
    }

    /** No document type: with it a file could read other files or grow without end. */
    private static DocumentBuilder parser() throws ParserConfigurationException {
        var parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var parser = parsers.newDocumentBuilder();
        parser.setErrorHandler(new DefaultHandler());
        return parser;
    }
}
