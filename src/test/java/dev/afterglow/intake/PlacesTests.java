package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTests {

    @ParameterizedTest
    @CsvSource({
        "FR, , Europe/Paris",
        "fr, IDF, Europe/Paris",
        "US, HI, Pacific/Honolulu",
        "US, US-CA, America/Los_Angeles",
        "CA, NL, America/St_Johns",
        "AU, WA, Australia/Perth",
        "BR, AM, America/Manaus",
        "MX, Q ROO, America/Cancun",
        "RU, KGD, Europe/Kaliningrad",
        "ES, TF, Atlantic/Canary",
        "ES, M, Europe/Madrid",
        "PT, PT-20, Atlantic/Azores",
        "NZ, AUK, Pacific/Auckland"
    })
    void knowsTheZoneOfAnAddress(String country, String province, String zone) {
        assertThat(Places.zone(country, province)).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void saysNothingWhereTheAddressDoesNotTell() {
        assertThat(Places.zone("US", null)).isNull();
        assertThat(Places.zone("CA", "??")).isNull();
        assertThat(Places.zone("ZZ", "ZZ")).isNull();
        assertThat(Places.zone(null, "CA")).isNull();
    }

    @Test
    void takesTheShopsWordForTheLanguageAndGuessesOnlyWhatIsSure() {
        assertThat(Places.locale("fr_CA", "CA")).isEqualTo(Locale.CANADA_FRENCH);
        assertThat(Places.locale("de", "FR")).isEqualTo(Locale.GERMAN);
        assertThat(Places.locale("", "JP")).isEqualTo(Locale.JAPAN);
        assertThat(Places.locale(null, "CH")).isNull();
        assertThat(Places.locale("??", "BE")).isNull();
    }
}
