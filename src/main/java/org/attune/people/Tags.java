package org.attune.people;

import java.util.List;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tags of the people somebody sees. */
@Component
@Transactional(readOnly = true)
public class Tags {

    private final JdbcClient jdbc;

    Tags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param words the beginning of a tag; empty for all */
    public List<String> seen(Viewer viewer, @Nullable String words, int atMost) {
        return jdbc.sql("""
                        select distinct t.tag from contact_tag t join seen_contact(:viewer) c on c.id = t.contact_id
                         where t.tag like :words || '%' order by t.tag limit :most""")
                .param("viewer", viewer.uuid())
                .param("words", Patterns.literal(words == null ? "" : ContactDetails.tag(words)))
                .param("most", atMost)
                .query(String.class)
                .list();
    }
}
