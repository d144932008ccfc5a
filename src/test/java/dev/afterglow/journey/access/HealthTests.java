package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningShop
class HealthTests {

    @LocalServerPort
    int port;

    @Test
    void tellsABalancerWhetherToSendOrdersHereAndNothingElse() {
        var answer = new Browser(port).get("/actuator/health/readiness");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("\\{\"status\":\"(UP|UNKNOWN|AWAY)\"}");
        assertThat(new Browser(port).get("/actuator/health/readiness/db").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsOperatorsHowEachPartIs() {
        var body = Browser.of(port, "inoperators")
                .get("/actuator/health/readiness")
                .body();

        assertThat(body)
                .contains("\"engine\":{\"status\":\"UP\"", "\"jobs\":{\"status\":\"UP\"", "\"db\":{\"status\":\"UP\"")
                .contains("\"smtp\":", "\"readinessState\":");
        assertThat(Browser.of(port, "insupport")
                        .get("/actuator/health/readiness")
                        .body())
                .doesNotContain("engine");
    }

    @Test
    void livenessAsksNobodyElse() {
        var answer = Browser.of(port, "inoperators").get("/actuator/health/liveness");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("livenessState").doesNotContain("db", "smtp", "engine");
    }
}
