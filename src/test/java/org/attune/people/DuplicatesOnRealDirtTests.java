package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People whose true identities are known, misspelt the way people misspell; their city stands in for a company. */
@AttuneTest
class DuplicatesOnRealDirtTests {

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Test
    void findsMoreThanThePlainBaselineWithoutCryingWolf() throws IOException {
        Viewer anna = somebody.whoSells();
        Map<ContactId, String> clusters = new HashMap<>();
        Map<ContactId, ContactDetails> people = new HashMap<>();
        for (CSVRecord row : rows()) {
            ContactDetails details = details(row);
            ContactId id = acquaintances.of(anna, details);
            clusters.put(id, row.get("cluster"));
            people.put(id, details);
        }
        int found = 0;
        int right = 0;
        for (Map.Entry<ContactId, ContactDetails> person : people.entrySet()) {
            String cluster = clusters.get(person.getKey());
            for (DuplicateView known :
                    duplicates.like(anna, new DuplicateCandidate(person.getValue(), person.getKey()))) {
                found++;
                right += Objects.equals(clusters.get(known.id()), cluster) ? 1 : 0;
            }
        }
        double precision = (double) right / found;
        double recall = (double) right / pairs(clusters);

        assertThat(precision).isGreaterThanOrEqualTo(0.95);
        assertThat(recall).isGreaterThanOrEqualTo(0.56);
    }

    /** Ordered pairs of different rows about the same person. */
    private static long pairs(Map<ContactId, String> clusters) {
        Map<String, Long> sizes = new HashMap<>();
        clusters.values().forEach(cluster -> sizes.merge(cluster, 1L, Long::sum));
        return sizes.values().stream().mapToLong(size -> size * (size - 1)).sum();
    }

    private static ContactDetails details(CSVRecord row) {
        ContactDetails named = ContactDetails.named(row.get("first_name"), row.get("surname"));
        ContactDetails somewhere = row.get("city").isBlank() ? named : named.at(row.get("city"));
        return EmailAddress.read(row.get("email"))
                .map(address -> somewhere.with(EmailLine.work(address)))
                .orElse(somewhere);
    }

    private static List<CSVRecord> rows() throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DuplicatesOnRealDirtTests.class.getResourceAsStream("/duplicates/people.csv")),
                StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .get()
                    .parse(reader)
                    .stream()
                    .filter(row -> !(row.get("first_name") + row.get("surname")).isBlank())
                    .toList();
        }
    }
}
