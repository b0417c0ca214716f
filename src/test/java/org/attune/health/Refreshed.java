package org.attune.health;

import java.util.Collection;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps where relationships stand after a test wrote straight into the database, as those who announce their changes have it done. */
@Component
public class Refreshed {

    private final Standings standings;
    private final JdbcClient jdbc;

    Refreshed(Standings standings, JdbcClient jdbc) {
        this.standings = standings;
        this.jdbc = jdbc;
    }

    public void about(Collection<ContactId> contacts) {
        standings.keep(contacts.stream().map(ContactId::value).toList());
    }

    public void everybody() {
        jdbc.sql("select keep_standing(array(select id from contact))")
                .query((row, n) -> n)
                .list();
    }
}
