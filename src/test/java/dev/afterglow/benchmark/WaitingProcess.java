package dev.afterglow.benchmark;

/** The same small process for every engine: two timers one after the other, no-op steps, one customer request. */
public final class WaitingProcess {

    /** The process id. */
    public static final String KEY = "waiting";

    private WaitingProcess() {}

    /** BPMN in the dialect of an engine; the first timer is due at once, the second in more than a year. */
    public static String bpmn(String dialect) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:engine="%s" targetNamespace="waiting">
                  <message id="request" name="request" />
                  <process id="waiting" isExecutable="true" engine:historyTimeToLive="P120D">
                    <startEvent id="placed" />
                    <sequenceFlow id="f1" sourceRef="placed" targetRef="first" />
                    <intermediateCatchEvent id="first">
                      <timerEventDefinition><timeDuration>PT0S</timeDuration></timerEventDefinition>
                    </intermediateCatchEvent>
                    <sequenceFlow id="f2" sourceRef="first" targetRef="step" />
                    <serviceTask id="step" engine:expression="${steps.done()}" />
                    <sequenceFlow id="f3" sourceRef="step" targetRef="second" />
                    <intermediateCatchEvent id="second">
                      <timerEventDefinition><timeDuration>P400D</timeDuration></timerEventDefinition>
                    </intermediateCatchEvent>
                    <sequenceFlow id="f4" sourceRef="second" targetRef="over" />
                    <endEvent id="over" />
                    <subProcess id="requests" triggeredByEvent="true">
                      <startEvent id="asked" isInterrupting="false"><messageEventDefinition messageRef="request" /></startEvent>
                      <sequenceFlow id="f5" sourceRef="asked" targetRef="answered" />
                      <endEvent id="answered" />
                    </subProcess>
                  </process>
                </definitions>
                """.formatted(dialect);
    }
}
