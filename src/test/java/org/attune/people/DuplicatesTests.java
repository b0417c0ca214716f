package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.DuplicateView.Likeness;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttuneTest
class DuplicatesTests {

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    private final String own = Ids.next().toString().substring(24);

    @Test
    void warnsOfTheSameAddressHoweverItIsWritten() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna, aPerson("Helen").with(EmailLine.work(own + "@kessler.de")));

        assertThat(duplicates.like(
                        anna, candidate(aPerson("Somebody").with(EmailLine.work(own.toUpperCase() + "@Kessler.DE")))))
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.id()).isEqualTo(helen);
                    assertThat(known.likeness()).isEqualTo(Likeness.SAME_EMAIL);
                });
    }

    @Test
    void warnsOfTheSameNumberHoweverItIsWritten() {
        Viewer anna = somebody.whoSells();
        String number = "0151 2" + ThreadLocalRandom.current().nextInt(1000000, 9999999);
        ContactId helen = acquaintances.of(anna, aPerson("Helen").with(PhoneLine.work(number)));

        assertThat(duplicates.like(
                        anna, candidate(aPerson("Other").with(PhoneLine.work("+49 " + number.substring(1))))))
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.id()).isEqualTo(helen);
                    assertThat(known.likeness()).isEqualTo(Likeness.SAME_PHONE);
                });
    }

    @Test
    void warnsOfASimilarNameAtTheSameCompanyOnly() {
        Viewer anna = somebody.whoSells();
        String company = "Kessler & Rau " + own;
        ContactId helen =
                acquaintances.of(anna, ContactDetails.named("Helen", "Brandt").at(company));

        assertThat(duplicates.like(
                        anna, candidate(ContactDetails.named("Hellen", "Brand").at(company))))
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.id()).isEqualTo(helen);
                    assertThat(known.likeness()).isEqualTo(Likeness.SIMILAR_NAME);
                });
        assertThat(duplicates.like(
                        anna, candidate(ContactDetails.named("Hellen", "Brand").at("Olivetta Foods"))))
                .isEmpty();
        assertThat(duplicates.like(
                        anna, candidate(ContactDetails.named("Petra", "Kühn").at(company))))
                .isEmpty();
    }

    @Test
    void warnsOfTheSameNameWhereOneHasNoCompanyYet() {
        Viewer anna = somebody.whoSells();
        acquaintances.of(anna, ContactDetails.named("Rosalind", "Okafor").at("Harrow " + own));

        assertThat(duplicates.like(anna, candidate(ContactDetails.named("Okafor", "Rosalind"))))
                .hasSize(1);
        assertThat(duplicates.like(anna, candidate(ContactDetails.named("Rosa", "Okafor"))))
                .isEmpty();
    }

    @Test
    void saysNothingAboutPeopleOneDoesNotSee() {
        ContactDetails helen = aPerson("Helen").with(EmailLine.work(own + "@kessler.de"));
        acquaintances.of(somebody.whoSells(), helen);

        assertThat(duplicates.like(somebody.whoSells(), candidate(helen))).isEmpty();
    }

    @Test
    void doesNotTakeSomebodyForThemselves() {
        Viewer anna = somebody.whoSells();
        ContactDetails helen = aPerson("Helen").with(EmailLine.work(own + "@kessler.de"));
        ContactId id = acquaintances.of(anna, helen);

        assertThat(duplicates.like(anna, new DuplicateCandidate(helen, id))).isEmpty();
    }

    @Test
    void leavesAsideWhatIsNotYetAnAddress() {
        Viewer anna = somebody.whoSells();
        ContactDetails typing = aPerson("H").with(EmailLine.work("h@")).with(PhoneLine.work("+4"));

        assertThat(duplicates.like(anna, candidate(typing))).isEmpty();
        assertThat(duplicates.like(anna, candidate(ContactDetails.named("", ""))))
                .isEmpty();
    }

    private ContactDetails aPerson(String name) {
        return ContactDetails.named(name, own);
    }

    private static DuplicateCandidate candidate(ContactDetails details) {
        return DuplicateCandidate.of(details);
    }
}
