package dev.afterglow.customer;

import static dev.afterglow.fuzz.FuzzedParser.seedText;

import dev.afterglow.fuzz.FuzzedParser;
import dev.afterglow.fuzz.Sound;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;

/** E-mail addresses: what is accepted is one address, also to whoever reads the header it is written to. */
public final class AddressFuzz implements FuzzedParser {

    @Override
    public void read(byte[] input) throws AddressException {
        var accepted = EmailAddress.of(FuzzedParser.text(input));
        if (accepted.isEmpty()) {
            return;
        }
        Sound.check(accepted.get());
        var address = accepted.get().value();
        var inHeader = InternetAddress.parseHeader("To <" + address + ">", true);
        if (inHeader.length != 1 || !inHeader[0].getAddress().equals(address) || !address.matches("[^\\s,;<>]+")) {
            throw new AssertionError("More than one plain address was accepted: " + address);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                seedText(0, "ada@example.org"),
                seedText(0, "\"ada\\\" lovelace\"@example.org"),
                seedText(0, "group: a@example.org, b@example.org;"),
                seedText(0, "Ada <ada@example.org>"),
                seedText(0, "a@[127.0.0.1]"),
                seedText(0, "ada@example.org\r\nBcc: b@example.org"),
                seedText(0, "ädä@bücher.example"));
    }
}
