package dev.afterglow;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real SMTP server that every test of this JVM sends to. */
public class TestMailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The server, with everything it ever received. */
    public static final GreenMail GREEN_MAIL = started();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.mail.port=" + GREEN_MAIL.getSmtp().getPort())
                .applyTo(context);
    }

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
