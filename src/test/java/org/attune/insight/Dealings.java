package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.health.Refreshed;
import org.attune.offers.OfferId;
import org.attune.people.CompanyId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of people and offers, written down straight into the database; nothing here asks whether it was allowed. */
@Component
class Dealings {

    private final Refreshed refreshed;
    private final JdbcClient jdbc;

    Dealings(Refreshed refreshed, JdbcClient jdbc) {
        this.refreshed = refreshed;
        this.jdbc = jdbc;
    }

    CompanyId company(Viewer by) {
        CompanyId company = new CompanyId(Ids.next());
        jdbc.sql("insert into company (id, name, created_by) values (:id, :name, :by)")
                .param("id", company.value())
                .param("name", "Kessler " + company.value())
                .param("by", by.uuid())
                .update();
        return company;
    }

    /** With their new owner they come to that person's team. */
    void goesTo(ContactId who, Viewer owner) {
        jdbc.sql("""
                        update contact c set owner_id = u.id, team_id = u.team_id from app_user u
                         where u.id = :owner and c.id = :who""").param("owner", owner.uuid()).param("who", who.value()).update();
        refreshed.about(Set.of(who));
    }

    void archived(ContactId... some) {
        for (ContactId one : some) {
            jdbc.sql("update contact set archived_at = now() where id = :id")
                    .param("id", one.value())
                    .update();
        }
        refreshed.about(List.of(some));
    }

    void priced(OfferId offer, String currency, int once, int month) {
        jdbc.sql("""
                        update offer set currency = :currency, price_once = :once, price_month = :month, price_year = 50
                         where id = :id""")
                .param("currency", currency)
                .param("once", once)
                .param("month", month)
                .param("id", offer.value())
                .update();
    }

    void says(Viewer by, OfferId offer, String kind, LocalDate day) {
        jdbc.sql("""
                        insert into decision (id, offer_id, kind, on_day, noted_by, noted_at)
                        values (uuidv7(), :offer, :kind, :day, :by, clock_timestamp())""")
                .param("offer", offer.value())
                .param("kind", kind)
                .param("day", day)
                .param("by", by.uuid())
                .update();
        jdbc.sql("update offer set state = 'decided' where id = :id")
                .param("id", offer.value())
                .update();
    }

    /** @param until when not_now ends */
    void stands(ContactId contact, String stage, Viewer by, @Nullable LocalDate until) {
        UUID move = Ids.next();
        jdbc.sql("""
                        insert into stage_move (id, contact_id, owner_id, team_id, to_key, version, moved_at, moved_by, how)
                        select :id, c.id, c.owner_id, c.team_id, :stage, 1, now(), :by, 'entered' from contact c where c.id = :contact""")
                .param("id", move)
                .param("contact", contact.value())
                .param("stage", stage)
                .param("by", by.uuid())
                .update();
        jdbc.sql("""
                        insert into contact_stage (contact_id, version, stage_key, since, move_id, until)
                        values (:contact, 1, :stage, now(), :move, :until)""")
                .param("contact", contact.value())
                .param("stage", stage)
                .param("move", move)
                .param("until", until)
                .update();
        refreshed.about(Set.of(contact));
    }

    /** @param side theirs, or ours by whoever writes it down */
    void promised(ContactId contact, String side, Viewer by, LocalDate due) {
        jdbc.sql("""
                        insert into promise (id, contact_id, team_id, side, promiser_id, words, due, made_by)
                        select uuidv7(), id, team_id, :side, case :side when 'us' then :by end, 'Send the list', :due, :by
                          from contact where id = :contact""")
                .param("contact", contact.value())
                .param("side", side)
                .param("by", by.uuid())
                .param("due", due)
                .update();
        refreshed.about(Set.of(contact));
    }
}
