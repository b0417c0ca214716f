package org.attune.access;

import java.util.Locale;
import org.attune.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the house speaks: the language of everybody who has not chosen another, and of pages nobody is signed in to. */
@Component
@Transactional
public class Languages {

    private final JdbcClient jdbc;

    Languages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With figures as in the region of the house. */
    @Transactional(readOnly = true)
    public Locale usual() {
        return jdbc.sql("select language || '-' || region from organisation")
                .query((row, n) -> Locale.forLanguageTag(row.getString(1)))
                .single();
    }

    /** Those who have a language already keep it. */
    public void speak(Language language) {
        jdbc.sql("update organisation set language = :language, version = version + 1 where language <> :language")
                .param("language", language.code())
                .update();
    }
}
