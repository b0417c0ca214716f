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

    /** Whoever types one letter more finds what stands behind these. */
    private static final int LOOKED_AT = 200;

    private final JdbcClient jdbc;

    Tags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param words the beginning of a tag; empty for all */
    public List<String> seen(Viewer viewer, @Nullable String words, int atMost) {
        return jdbc.sql("""
                        with recursive known(tag, n) as (
                          (select min(x.tag), 1 from contact_tag x where x.tag like :words || '%')
                          union all
                          select (select min(x.tag) from contact_tag x where x.tag > k.tag and x.tag like :words || '%'), k.n + 1
                            from known k where k.tag is not null and k.n < :looked)
                        select k.tag from known k
                         where k.tag is not null
                           and exists (select from contact_tag t join seen_contact(:viewer) c on c.id = t.contact_id where t.tag = k.tag)
                         order by k.tag limit :most""")
                .param("looked", LOOKED_AT)
                .param("viewer", viewer.uuid())
                .param("words", Patterns.literal(words == null ? "" : ContactDetails.tag(words)))
                .param("most", atMost)
                .query(String.class)
                .list();
    }
}
