package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContrastTests {

    private static final String HEAD =
            "<style>\n@media (prefers-color-scheme: dark) {\n  .page { background-color: #000000 !important; }\n"
                    + "  .ink { color: #777777 !important; }\n}\n</style>";

    @Test
    void isThatOfTheFaintestWords() {
        var contrast = Contrast.of("<body style=\"background-color:#ffffff\"><p style=\"color:#000000\">black</p>"
                + "<p style=\"color:#767676\">grey<br>words</p></body>");

        assertThat(contrast.light()).isCloseTo(4.54, within(0.01));
        assertThat(contrast.isEnough()).isTrue();
    }

    @Test
    void looksAtTheDarkTooAndAtWhatIsBehind() {
        var contrast = Contrast.of(
                HEAD
                        + "<body class=\"page\" style=\"background-color:#ffffff\"><td class=\"ink\" style=\"color:#000000\">words</td></body>");

        assertThat(contrast.light()).isCloseTo(21, within(0.01));
        assertThat(contrast.dark()).isCloseTo(4.69, within(0.01));
        assertThat(contrast.inverted()).isCloseTo(21, within(0.01));
    }

    @Test
    void leavesOutWhatNobodySees() {
        assertThat(Contrast.of(
                                "<div style=\"display:none;color:#ffffff\">preheader</div><!-- <p>x</p> --><p> &nbsp; </p>")
                        .light())
                .isEqualTo(21);
    }

    @Test
    void tellsWhenWordsCannotBeRead() {
        assertThat(Contrast.of("<p style=\"color:#bbbbbb\">faint</p>").isEnough())
                .isFalse();
    }
}
