package dev.afterglow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "'  Ada.Lovelace+shop@Example.ORG ', ada.lovelace+shop@example.org",
        "o'hara@example.org, o'hara@example.org"
    })
    void acceptsOnePlainAddressInLowerCase(String written, String address) {
        assertThat(EmailAddress.of(written)).map(EmailAddress::value).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "ada@example.org, eve@example.org",
                "ada@example.org;eve@example.org",
                "Ada <ada@example.org>",
                "friends: ada@example.org;",
                "\"ada, eve\"@example.org",
                "ada(comment)@example.org",
                "ada@[127.0.0.1]",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada\r\n@example.org",
                "ada\u0000@example.org",
                "ada\u2028@example.org",
                "ada@exa mple.org"
            })
    void refusesListsHeadersQuotesAndWhatMailServersReadDifferently(String written) {
        assertThat(EmailAddress.of(written)).isEmpty();
    }
}
