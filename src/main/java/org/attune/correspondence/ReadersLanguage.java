package org.attune.correspondence;

import java.util.Locale;
import java.util.Optional;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which language somebody is written to: theirs, and where that is not known the writer's. */
@Component
@Transactional(readOnly = true)
public class ReadersLanguage {

    private final JdbcClient jdbc;

    ReadersLanguage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Language> known(ContactId contact) {
        return jdbc.sql("select language from contact where id = :id and language is not null")
                .param("id", contact.value())
                .query(String.class)
                .optional()
                .flatMap(Language::known);
    }

    /** Its words, with days and figures as people write them where the house is. */
    public Locale of(Viewer viewer, ContactId contact) {
        return known(contact).map(this::here).orElseGet(viewer::locale);
    }

    private Locale here(Language language) {
        return language.in(
                jdbc.sql("select region from organisation").query(String.class).single());
    }
}
