package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.attune.conversations.Opening.Missing;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.Test;

class OpeningTests {

    @Test
    void isClosedBeforeAnythingWasHeardAndSaysSo() {
        Opening opening = new Opening(false, false, false);

        assertThat(opening.isClosed()).isTrue();
        assertThat(opening.missing()).containsExactly(Missing.SOMETHING_HEARD, Missing.A_QUESTION_ANSWERED);
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> opening.admit(false))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(Missing.SOMETHING_HEARD.messageKey()));
    }

    @Test
    void waitsForAnAnswerToAQuestionOfOurs() {
        Opening opening = new Opening(true, false, false);

        assertThat(opening.missing()).containsExactly(Missing.A_QUESTION_ANSWERED);
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> opening.admit(false));
    }

    @Test
    void admitsAtOnceWhatAnswersAQuestionOfTheirs() {
        Opening opening = new Opening(true, false, true);

        assertThat(opening.isOpen()).isFalse();
        assertThat(opening.isClosed()).isFalse();
        assertThatCode(() -> opening.admit(true)).doesNotThrowAnyException();
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> opening.admit(false));
    }

    @Test
    void isOpenOnceSomethingWasHeardAndAQuestionAnswered() {
        Opening opening = new Opening(true, true, false);

        assertThat(opening.isOpen()).isTrue();
        assertThat(opening.missing()).isEmpty();
        assertThatCode(() -> opening.admit(false)).doesNotThrowAnyException();
    }
}
