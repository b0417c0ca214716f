package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attune.TestDatabase;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetUpTests {

    private static final Address HERE = new Address("192.0.2.7");
    private static final String PASSWORD = "tin kettle sings";

    private final AccessOn access = new AccessOn(TestDatabase.fresh(), Clock.systemUTC());
    private final SetUp setUp = access.setUp;

    @Test
    void theRightCodeMakesTheFirstAdminWhoThenSignsInWithTheirPassword() {
        UserId admin = setUp.complete(first(newCode(), null), HERE);

        assertThat(access.passwords.recognise("Maya@Attune.example", PASSWORD, HERE))
                .contains(admin);
        assertThat(access.users.signedIn(admin)).hasValueSatisfying(maya -> {
            assertThat(maya.viewer().role()).isEqualTo(Role.ADMIN);
            assertThat(maya.viewer().sells()).isFalse();
        });
        assertThat(access.organisation.current().name()).isEqualTo("Lindqvist & Daughters");
        assertThat(setUp.isNeeded()).isFalse();
    }

    @Test
    void anAdminWhoAlsoSellsGetsTheirTeam() {
        UserId admin = setUp.complete(first(newCode(), "North"), HERE);

        assertThat(access.users.signedIn(admin)).hasValueSatisfying(maya -> {
            assertThat(maya.viewer().sells()).isTrue();
            assertThat(maya.team()).isEqualTo("North");
        });
    }

    @Test
    void theCodeMayBeTypedInSmallLettersAndWithoutDashes() {
        String code = newCode().toLowerCase(Locale.ROOT).replace("-", " ");

        assertThat(access.users.signedIn(setUp.complete(first(code, null), HERE)))
                .isPresent();
    }

    @Test
    void aWrongCodeMakesNobodyAndIsSlowedDownAfterFive() {
        newCode();
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(RuleRefused.class)
                    .isThrownBy(() -> setUp.complete(first("AAAA-BBBB-CCCC-DDDD", null), HERE))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("code"));
        }

        assertThatThrownBy(() -> setUp.complete(first("AAAA-BBBB-CCCC-DDDD", null), HERE))
                .isInstanceOf(SlowDown.class);
        assertThat(users()).isZero();
    }

    @Test
    void aPasswordThatIsEasyToGuessLeavesTheCodeAsItIs() {
        String code = newCode();
        var easy = new SetUpAttune(
                new UserId(Ids.next()),
                code,
                "Lindqvist",
                "Maya",
                "maya@attune.example",
                "password1234",
                ZoneId.of("Europe/Stockholm"),
                "SE",
                Currency.getInstance("SEK"),
                Language.ENGLISH,
                null);

        assertThatThrownBy(() -> setUp.complete(easy, HERE)).isInstanceOf(RuleRefused.class);
        assertThat(users()).isZero();
        assertThat(access.users.signedIn(setUp.complete(first(code, null), HERE)))
                .isPresent();
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        String before = newCode();
        newCode();

        assertThatThrownBy(() -> setUp.complete(first(before, null), HERE)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void ofTwoInstancesThatBeginAtOnceTheLaterOnesCodeCounts() throws Exception {
        List<String> codes = atOnce(this::newCode, this::newCode);

        long good = codes.stream()
                .filter(code -> {
                    try {
                        setUp.complete(first(code, null), HERE);
                        return true;
                    } catch (RuleRefused | NotSeen other) {
                        return false;
                    }
                })
                .count();
        assertThat(good).isEqualTo(1);
    }

    @Test
    void onlyTheHashOfTheCodeIsKeptAndItGoesWithTheFirstAdmin() {
        String code = newCode();
        assertThat(access.jdbc
                        .sql("select hash from set_up_code")
                        .query(String.class)
                        .single())
                .doesNotContain(code)
                .doesNotContain(code.replace("-", ""));

        setUp.complete(first(code, null), HERE);

        assertThat(access.jdbc
                        .sql("select count(*) from set_up_code")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(setUp.newCode()).isEmpty();
    }

    @Test
    void theSameFormSentTwiceAtOnceMakesOneAdminAndAnswersBoth() throws Exception {
        var form = first(newCode(), "North");

        List<UserId> answers = atOnce(() -> setUp.complete(form, HERE), () -> setUp.complete(form, HERE));

        assertThat(answers).containsOnly(form.id());
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void ofTwoWhoSendTheCodeAtOnceOneBecomesAdmin() throws Exception {
        String code = newCode();
        Callable<Boolean> attempt = () -> {
            try {
                setUp.complete(first(code, null), HERE);
                return true;
            } catch (NotSeen | RuleRefused late) {
                return false;
            }
        };

        assertThat(atOnce(attempt, attempt)).containsExactlyInAnyOrder(true, false);
        assertThat(users()).isEqualTo(1);
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private String newCode() {
        return setUp.newCode().orElseThrow();
    }

    private int users() {
        return access.jdbc
                .sql("select count(*) from app_user")
                .query(Integer.class)
                .single();
    }

    private static SetUpAttune first(String code, @Nullable String team) {
        return new SetUpAttune(
                new UserId(Ids.next()),
                code,
                "Lindqvist & Daughters",
                "Maya Lindqvist",
                "maya@attune.example",
                PASSWORD,
                ZoneId.of("Europe/Stockholm"),
                "SE",
                Currency.getInstance("SEK"),
                Language.ENGLISH,
                team);
    }
}
