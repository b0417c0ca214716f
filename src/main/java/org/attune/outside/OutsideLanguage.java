package org.attune.outside;

import java.util.Locale;
import org.attune.people.ContactId;
import org.attune.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which language the pages of a customer speak: theirs, and where that is not known that of the house. */
@Component
@Transactional(readOnly = true)
public class OutsideLanguage {

    private final JdbcClient jdbc;

    OutsideLanguage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Locale of(ContactId contact) {
        return jdbc.sql("""
                        select coalesce(c.language, o.language) as language, o.region
                          from contact c cross join organisation o where c.id = :contact""")
                .param("contact", contact.value())
                .query((row, n) -> in(row.getString("language"), row.getString("region")))
                .single();
    }

    static Locale in(String language, String region) {
        return Language.known(language).orElse(Language.ENGLISH).in(region);
    }
}
