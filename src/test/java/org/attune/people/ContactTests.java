package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.Test;

class ContactTests {

    @Test
    void needsNoMoreThanAName() {
        assertThat(met(ContactDetails.named("", "Cher")).details(null).name()).isEqualTo("Cher");
    }

    @Test
    void refusesANameThatSaysNothing() {
        refused(ContactDetails.named(" ", "\u200B"), "people.contact.name.missing", "givenName");
        refused(ContactDetails.named("…", "—"), "people.contact.name.missing", "givenName");
    }

    @Test
    void countsALongNameAsTheDatabaseDoes() {
        assertThat(met(ContactDetails.named("😀a".repeat(50), "")).details(null).givenName())
                .hasSize(150);
        refused(ContactDetails.named("a".repeat(101), ""), "people.too-long", "givenName");
    }

    @Test
    void refusesARhythmThatIsNone() {
        refused(rhythm(0, 10), "people.contact.rhythm.days", "idealDays");
        refused(rhythm(731, 800), "people.contact.rhythm.days", "idealDays");
        refused(rhythm(20, 10), "people.contact.rhythm.longest", "longestDays");
        assertThat(met(rhythm(7, 7)).details(null).rhythm()).isEqualTo(new Rhythm(7, 7));
    }

    @Test
    void writesTagsSmallAndOnce() {
        assertThat(ContactDetails.named("A", "B")
                        .tagged(" Fair ", "fair", "", "Öl")
                        .tags())
                .containsExactly("fair", "öl");
    }

    @Test
    void refusesTooManyTagsAndTagsTooLong() {
        String[] many = IntStream.range(0, 21).mapToObj(n -> "tag" + n).toArray(String[]::new);
        refused(ContactDetails.named("A", "B").tagged(many), "people.contact.tags.many", "tags");
        refused(ContactDetails.named("A", "B").tagged("x".repeat(41)), "people.too-long", "tags");
    }

    @Test
    void keepsTheOrderOfAddresses() {
        Contact contact = met(ContactDetails.named("A", "B").with(EmailLine.work("a@x.no"), EmailLine.work("b@x.no")));

        contact.describe(ContactDetails.named("A", "B").with(EmailLine.work("c@x.no"), EmailLine.work("B@x.no")), null);

        assertThat(contact.details(null).emails())
                .extracting(EmailLine::address)
                .containsExactly("c@x.no", "B@x.no");
    }

    @Test
    void isArchivedOnceAndRestoredOnce() {
        Contact contact = met(ContactDetails.named("A", "B"));

        assertThat(List.of(
                        contact.archive(Instant.EPOCH),
                        contact.archive(Instant.EPOCH),
                        contact.restore(),
                        contact.restore()))
                .containsExactly(true, false, true, false);
    }

    private static ContactDetails rhythm(int ideal, int longest) {
        return ContactDetails.named("A", "B").every(new Rhythm(ideal, longest));
    }

    private static Contact met(ContactDetails details) {
        UserId owner = new UserId(Ids.next());
        return Contact.met(
                new ContactId(Ids.next()), details, null, owner, new TeamId(Ids.next()), owner, Instant.EPOCH);
    }

    private static void refused(ContactDetails details, String key, String field) {
        assertThatThrownBy(() -> met(details)).isInstanceOfSatisfying(RuleRefused.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo(key);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}
