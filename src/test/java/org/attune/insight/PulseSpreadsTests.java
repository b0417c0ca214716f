package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.health.Refreshed;
import org.attune.insight.PulseSpreads.Question;
import org.attune.insight.PulseSpreads.Told;
import org.attune.outside.LinkKind;
import org.attune.outside.OldLinks;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.pulse.Felt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pulses on a dashboard: nothing of fewer than five people, and what plain counting finds of more. */
@AttuneTest
class PulseSpreadsTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.now(ZONE);

    @Autowired
    private PulseSpreads spreads;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Refreshed refreshed;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer anna;

    @BeforeEach
    void aTeam() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
    }

    @Test
    void ofFewerThanFivePeopleNothingIsTold() {
        ContactId often = acquaintances.of(anna);
        for (int n = 0; n < 3; n++) {
            answered(often, 3, TODAY.minusDays(200 - 90L * n));
        }
        for (int n = 0; n < 3; n++) {
            answered(acquaintances.of(anna), 3, TODAY.minusDays(5));
        }

        assertThat(spreads.of(slice(anna))).isEqualTo(Told.NOTHING);
        answered(acquaintances.of(anna), 2, TODAY.minusDays(5));
        assertThat(spreads.of(slice(anna)).people()).isEqualTo(5);
    }

    @Test
    void itIsWhatPlainCountingFindsInWhatTheViewerOversees() {
        Random chance = new Random(20261122);
        List<Integer> given = new ArrayList<>();
        Viewer ben = somebody.whoSells(team);
        for (int n = 0; n < 23; n++) {
            int step = 1 + chance.nextInt(4);
            given.add(step);
            answered(acquaintances.of(n % 2 == 0 ? anna : ben), step, TODAY.minusDays(chance.nextInt(80)));
        }
        answered(acquaintances.of(somebody.whoSells()), 1, TODAY.minusDays(1));
        answered(acquaintances.of(anna), 1, TODAY.minusDays(400));

        Told told = spreads.of(slice(somebody.whoLeads(team)));

        Collections.sort(given);
        assertThat(told.people()).isEqualTo(23);
        assertThat(told.questions())
                .containsExactly(question("heard", given), question("understood", given), question("answered", given));
    }

    @Test
    void itCountsForWhoeverHasThemNowAndOfSomebodysAnswersTheLastOfThePeriod() {
        Viewer ruth = somebody.whoLeads(team);
        TeamId other = somebody.aTeam();
        Viewer boris = somebody.whoLeads(other);
        Viewer cora = somebody.whoSells(other);
        List<ContactId> five =
                Stream.generate(() -> acquaintances.of(anna)).limit(5).toList();
        five.forEach(one -> answered(one, 4, TODAY.minusDays(100)));
        five.forEach(one -> answered(one, 2, TODAY.minusDays(10)));
        Period earlier = new Period(TODAY.minusDays(120), TODAY.minusDays(60), ZONE);

        assertThat(spreads.of(slice(ruth)).questions())
                .extracting(Question::middle)
                .containsOnly(Felt.of(2));
        assertThat(spreads.of(new Slice(ruth, null, null, null, null, earlier)).questions())
                .extracting(Question::middle)
                .containsOnly(Felt.of(4));
        assertThat(spreads.of(slice(boris))).isEqualTo(Told.NOTHING);

        five.forEach(one ->
                jdbc.sql("""
                        update contact c set owner_id = u.id, team_id = u.team_id from app_user u where u.id = :to and c.id = :id""").param("to", cora.uuid()).param("id", one.value()).update());
        refreshed.about(five);

        assertThat(spreads.of(slice(ruth))).isEqualTo(Told.NOTHING);
        assertThat(spreads.of(slice(boris)).people()).isEqualTo(5);
        assertThat(spreads.of(slice(cora)).people()).isEqualTo(5);
    }

    /** The first that has at least that part of all at or below it. */
    private static Question question(String name, List<Integer> sorted) {
        List<Felt> at = IntStream.of(1, 2, 3)
                .mapToObj(quarter -> sorted.get((int) Math.ceil(sorted.size() * quarter / 4.0) - 1))
                .map(Felt::of)
                .toList();
        return new Question(name, at.get(0), at.get(1), at.get(2));
    }

    private static Slice slice(Viewer viewer) {
        return new Slice(viewer, null, null, null, null, new Period(TODAY.minusDays(89), TODAY, ZONE));
    }

    private void answered(ContactId contact, int step, LocalDate day) {
        OutsideLinkId id = OldLinks.expired(jdbc, LinkKind.PULSE, anna, contact, contact.value(), "old " + Ids.next());
        jdbc.sql("""
                        insert into pulse (link_id, contact_id, team_id, asked_by, asked_on, weeks, days, heard, understood, answered,
                               answered_at)
                        select :id, c.id, c.team_id, c.owner_id, :day, 12, 8, :step, :step, :step, :day::timestamp at time zone 'Europe/Berlin'
                          from contact c where c.id = :contact
                        """)
                .param("id", id.value())
                .param("contact", contact.value())
                .param("day", day)
                .param("step", step)
                .update();
        refreshed.about(List.of(contact));
    }
}
