package org.attune.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds in the sample's own tables who is there and what there is to look at. */
final class Firm implements AutoCloseable {

    private final Connection connection;

    Firm(Connection connection) {
        this.connection = connection;
    }

    /** Somebody who works there. */
    record Colleague(UUID id, String email) {}

    /** Something to look at, and a figure about it. */
    record Found(UUID id, UUID other, long figure) {}

    /** Those with many and those with few, beginning with whoever knows the contact with most turns. */
    List<Colleague> sellers(int many) {
        return colleagues(many, """
                with most as (
                  select p.contact_id from conversation c join participant p on p.conversation_id = c.id
                   group by 1 order by sum(c.last_seq) desc, 1 limit 1)
                select u.id, u.email from app_user u
                 where u.role = 'salesperson' and u.deactivated_at is null
                 order by u.id = (select k.owner_id from contact k join most on most.contact_id = k.id) desc, md5(u.id::text)
                 limit ?""");
    }

    /** Beginning with those who lead most. */
    List<Colleague> managers(int many) {
        return colleagues(many, """
                select u.id, u.email from app_user u left join team_lead l on l.user_id = u.id
                 where u.role = 'manager' and u.deactivated_at is null
                 group by u.id, u.email order by count(l.team_id) desc, md5(u.id::text) limit ?""");
    }

    List<Colleague> admins() {
        return colleagues(1, """
                select u.id, u.email from app_user u where u.role = 'admin' and not u.sells order by u.created_at limit ?""");
    }

    /** The contact of somebody's with whom most was said. */
    List<Found> mostSpokenWith(Colleague seller, int many) {
        return found("""
                select k.id, min(c.id::text)::uuid, sum(c.last_seq) from contact k
                  join participant p on p.contact_id = k.id join conversation c on c.id = p.conversation_id
                 where k.owner_id = ? and k.archived_at is null and k.merged_into is null
                 group by k.id order by 3 desc, k.id limit ?""", seller.id(), many);
    }

    /** Contacts with whom about ten things were said. */
    List<Found> hardlySpokenWith(Colleague seller, int many) {
        return found("""
                select k.id, min(c.id::text)::uuid, sum(c.last_seq) from contact k
                  join participant p on p.contact_id = k.id join conversation c on c.id = p.conversation_id
                 where k.owner_id = ? and k.archived_at is null and k.merged_into is null
                 group by k.id having sum(c.last_seq) between 8 and 12 order by md5(k.id::text) limit ?""", seller.id(), many);
    }

    /** Conversations as they come, the last ones first. */
    List<Found> conversations(Colleague seller, int many) {
        return found("""
                select c.id, (select p.contact_id from participant p where p.conversation_id = c.id limit 1), c.last_seq
                  from conversation c where c.owner_id = ? and c.state = 'closed' and c.last_seq > 0
                 order by c.happened_at desc, c.id limit ?""", seller.id(), many);
    }

    List<Found> longestConversations(Colleague seller, int many) {
        return found("""
                select c.id, (select p.contact_id from participant p where p.conversation_id = c.id limit 1), c.last_seq
                  from conversation c where c.owner_id = ? and c.state = 'closed' order by c.last_seq desc, c.id limit ?""", seller.id(), many);
    }

    List<Found> lastConversationsWith(UUID contact, int many) {
        return found("""
                select c.id, p.contact_id, c.last_seq from participant p join conversation c on c.id = p.conversation_id
                 where p.contact_id = ? and c.state = 'closed' order by c.happened_at desc, c.id limit ?""", contact, many);
    }

    /** Those that somebody is in the middle of. */
    List<Found> openConversations(Colleague seller, int many) {
        return found("""
                select c.id, p.contact_id, c.last_seq from conversation c join participant p on p.conversation_id = c.id
                  join contact k on k.id = p.contact_id and k.owner_id = c.owner_id
                 where c.owner_id = ? and c.state = 'open' and c.visibility = 'team'
                   and (select count(*) from participant o where o.conversation_id = c.id) = 1
                 order by c.logged_at desc, c.id limit ?""", seller.id(), many);
    }

    /** Needs somebody could make an offer for, with the contact. */
    List<Found> needs(Colleague seller, int many) {
        return found("""
                select n.id, p.contact_id, 0 from need n join need_person p on p.need_id = n.id join contact k on k.id = p.contact_id
                 where k.owner_id = ? and n.ended_at is null and k.archived_at is null and k.merged_into is null
                 order by exists (select from solution s where s.need_id = n.id) desc, n.noted_at desc, n.id limit ?""", seller.id(), many);
    }

    List<Found> offers(Colleague seller, int many) {
        return found("""
                select o.id, o.contact_id, o.number from offer o where o.owner_id = ? order by o.recorded_at desc, o.id limit ?""", seller.id(), many);
    }

    List<Found> contacts(Colleague seller, int many) {
        return found("""
                select k.id, k.id, 0 from contact k where k.owner_id = ? and k.archived_at is null and k.merged_into is null
                 order by md5(k.id::text) limit ?""", seller.id(), many);
    }

    /** Names people are looked for by, as some contacts have them. */
    List<String> familyNames(Colleague seller, int many) {
        return words("""
                select k.family_name from contact k where k.owner_id = ? and length(k.family_name) > 3
                 group by 1 order by md5(k.family_name) limit ?""", seller.id(), many);
    }

    /** Words that were said: neither in every sentence nor in hardly any. */
    List<String> wordsSaid(Colleague seller, int many) {
        return words("""
                with said as (
                  select t.words from conversation c join turn t on t.conversation_id = c.id
                   where c.owner_id = ? and t.kind = 'heard' and t.words is not null limit 400)
                select w from said, regexp_split_to_table(lower(words), '[^[:alpha:]]+') w where length(w) > 6
                 group by w having count(*) between 2 and 40 order by md5(w) limit ?""", seller.id(), many);
    }

    /** A tag the seller's contacts carry. */
    List<String> tags(Colleague seller, int many) {
        return words("""
                select t.tag from contact_tag t join contact k on k.id = t.contact_id where k.owner_id = ?
                 group by 1 order by count(*) desc, 1 limit ?""", seller.id(), many);
    }

    List<String> stages(Colleague seller, int many) {
        return words("""
                select d.stage_key from contact_card d join contact k on k.id = d.contact_id
                 where k.owner_id = ? and d.stage_key is not null group by 1 order by count(*) desc, 1 limit ?""", seller.id(), many);
    }

    List<String> companies(Colleague seller, int many) {
        return words("""
                select k.company_id::text from contact k where k.owner_id = ? and k.company_id is not null
                 group by 1 order by md5(k.company_id::text) limit ?""", seller.id(), many);
    }

    /** How many rows the tables have that make up a firm. */
    Map<String, Long> size() {
        Map<String, Long> size = new LinkedHashMap<>();
        for (String table : List.of("app_user", "company", "contact", "conversation", "turn", "need", "offer")) {
            size.put(table, number("select count(*) from " + table));
        }
        size.put("megabytes", number("select pg_database_size(current_database()) / 1048576"));
        return size;
    }

    String version() {
        return text("select current_setting('server_version')");
    }

    String setting(String name) {
        return text("select current_setting('" + name + "')");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private String text(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private List<Colleague> colleagues(int many, String sql) {
        return rows(sql, row -> new Colleague(row.getObject(1, UUID.class), row.getString(2)), many);
    }

    private List<Found> found(String sql, Object... with) {
        return rows(
                sql,
                row -> new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3)),
                with);
    }

    private List<String> words(String sql, Object... with) {
        return rows(sql, row -> row.getString(1), with);
    }

    private <T> List<T> rows(String sql, Reading<T> reading, Object... with) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < with.length; n++) {
                statement.setObject(n + 1, with[n]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.of(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
