package org.attune.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.exchange.SpeakerIs.Whose;
import org.attune.exchange.TranscriptPreview.Candidate;
import org.attune.exchange.TranscriptPreview.Speaker;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guesses who is meant by a name in a transcript, among the people somebody sees. */
@Component
@Transactional(readOnly = true)
class WhoIsMeant {

    private final JdbcClient jdbc;

    WhoIsMeant(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Speaker by(Viewer viewer, String label, int times, TranscriptHead head) {
        Optional<TranscriptHead.Person> person = head.person(label);
        String full = person.map(TranscriptHead.Person::name).orElse(label);
        List<Candidate> candidates = candidates(viewer, label, full);
        String about = person.map(
                        said -> said.company() == null ? said.jobTitle() : said.jobTitle() + ", " + said.company())
                .orElse(null);
        return new Speaker(label, times, about, candidates, guess(viewer, label, full, person, candidates));
    }

    private static SpeakerIs guess(
            Viewer viewer,
            String label,
            String full,
            Optional<TranscriptHead.Person> person,
            List<Candidate> candidates) {
        if (viewer.name().equalsIgnoreCase(full)) {
            return new SpeakerIs(label, Whose.OURS, null, full);
        }
        Optional<Candidate> same = candidates.stream()
                .filter(candidate -> Objects.requireNonNull(candidate.name())
                        .split(" · ", 2)[0]
                        .equalsIgnoreCase(full))
                .findFirst();
        if (same.isPresent()) {
            return new SpeakerIs(label, Whose.KNOWN, new ContactId(same.get().id()), full);
        }
        boolean theirs = person.map(TranscriptHead.Person::company).isPresent();
        return new SpeakerIs(label, theirs ? Whose.NEW : Whose.OURS, null, full);
    }

    private List<Candidate> candidates(Viewer viewer, String label, String full) {
        return jdbc.sql("""
                        select c.id, c.name || coalesce(' · ' || k.name, '') as name
                          from seen_contact(:viewer) c left join company k on k.id = c.company_id
                         where c.archived_at is null
                           and (c.folded_name % folded(:full) or c.folded_name like folded(:begins) || ' %')
                         order by c.folded_name = folded(:full) desc, similarity(c.folded_name, folded(:full)) desc,
                                  c.sort_name, c.id
                         limit 8""")
                .param("viewer", viewer.uuid())
                .param("full", full)
                .param("begins", label.replaceAll("([%_\\\\])", "\\\\$1"))
                .query((row, n) ->
                        new Candidate(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }
}
