package dev.afterglow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTests {

    private final Formats english = new Formats(Locale.US);
    private final Formats french = new Formats(Locale.FRANCE);
    private final Formats german = new Formats(Locale.GERMANY);

    @Test
    void writesMoneyAsTheReaderDoes() {
        assertThat(english.money(new BigDecimal("1234.5"), "EUR")).isEqualTo("€1,234.50");
        assertThat(french.money(new BigDecimal("1234.5"), "EUR")).isEqualTo("1\u202f234,50\u00a0€");
        assertThat(german.money(new BigDecimal("1234.5"), "EUR")).isEqualTo("1.234,50\u00a0€");
    }

    @Test
    void keepsTheDigitsOfTheCurrencyAndNeverLosesOne() {
        assertThat(english.money(new BigDecimal("1500.00"), "JPY")).isEqualTo("¥1,500");
        assertThat(english.money(new BigDecimal("12.5"), "KWD")).isEqualTo("12.500\u00a0KWD");
        assertThat(english.money(new BigDecimal("0.125"), "USD")).isEqualTo("$0.125");
    }

    @Test
    void acceptsCurrenciesItDoesNotKnow() {
        assertThat(german.money(new BigDecimal("12.5"), "BTC")).isEqualTo("12,50\u00a0BTC");
        assertThat(english.money(new BigDecimal("12.5"), "XXX")).isEqualTo("12.50\u00a0XXX");
        assertThat(english.money(new BigDecimal("12.5"), "points")).isEqualTo("12.50\u00a0points");
    }

    @Test
    void writesDaysAsTheReaderDoes() {
        var day = LocalDate.of(2026, 11, 25);
        assertThat(english.day(day)).isEqualTo("Wednesday, November 25");
        assertThat(new Formats(Locale.UK).day(day)).isEqualTo("Wednesday, 25 November");
        assertThat(french.day(day)).isEqualTo("mercredi 25 novembre");
        assertThat(german.day(day)).isEqualTo("Mittwoch, 25. November");
        assertThat(german.date(day)).isEqualTo("25. November 2026");
    }

    @Test
    void writesTheFirstOfTheMonthAsFrenchDo() {
        assertThat(french.day(LocalDate.of(2026, 11, 1))).isEqualTo("dimanche 1er novembre");
        assertThat(french.date(LocalDate.of(2026, 11, 1))).isEqualTo("1er novembre 2026");
        assertThat(french.date(LocalDate.of(2026, 11, 11))).isEqualTo("11 novembre 2026");
    }
}
