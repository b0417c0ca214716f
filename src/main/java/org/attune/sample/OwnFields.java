package org.attune.sample;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.sample.House.Of;

/** What the firm wants to know beside what Attune asks for, and what is known of it. */
final class OwnFields {

    private static final double KNOWN = 0.6;
    private static final double EACH = 0.65;
    private static final String[] NO_CHOICES = {};

    /** One of them; its choices are numbered as they stand. */
    private record Own(int number, String holder, String kind, String use, String name, String[] choices, UUID id) {}

    private final House house;
    private final List<Own> all = new ArrayList<>();

    OwnFields(House house) {
        this.house = house;
        for (String line : House.ownFields()) {
            String[] part = line.split(";", -1);
            String[] choices = part[4].isEmpty() ? NO_CHOICES : part[4].split("\\|");
            int number = all.size();
            UUID id = house.dice(Of.FIELD, number).id(house.begin());
            all.add(new Own(number, part[0], part[1], part[2], part[3], choices, id));
        }
    }

    private UUID choice(Own field, int number) {
        return house.dice(Of.FIELD, field.number(), number).id(house.begin());
    }

    void define(Connection connection, UUID admin) throws SQLException {
        try (PreparedStatement field = connection.prepareStatement("""
                        insert into custom_field (id, holder, kind, name, position, listed, searched, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                PreparedStatement choice = connection.prepareStatement("""
                        insert into custom_field_choice (id, field_id, kind, name, position) values (?, ?, ?, ?, ?)""")) {
            for (Own one : all) {
                define(field, one, admin);
                for (int n = 0; n < one.choices().length; n++) {
                    choice.setObject(1, choice(one, n));
                    choice.setObject(2, one.id());
                    choice.setString(3, one.kind());
                    choice.setString(4, one.choices()[n]);
                    choice.setInt(5, n + 1);
                    choice.addBatch();
                }
            }
            field.executeBatch();
            choice.executeBatch();
        }
    }

    private void define(PreparedStatement field, Own one, UUID admin) throws SQLException {
        field.setObject(1, one.id());
        field.setString(2, one.holder());
        field.setString(3, one.kind());
        field.setString(4, one.name());
        field.setInt(5, one.number() + 1);
        field.setBoolean(6, one.use().equals("listed"));
        field.setBoolean(7, one.use().equals("searched"));
        field.setObject(8, admin);
        field.setTimestamp(9, Timestamp.from(Instant.ofEpochSecond(house.begin())));
        field.addBatch();
    }

    void contact(Sheets sheets, Person person) {
        values(sheets, "contact", person.id, house.dice(Of.FIELD, -1, person.number));
    }

    void company(Sheets sheets, UUID company, int number) {
        values(sheets, "company", company, house.dice(Of.FIELD, -2, number));
    }

    private void values(Sheets sheets, String holder, UUID of, Dice dice) {
        if (!dice.chance(KNOWN)) {
            return;
        }
        for (Own field : all) {
            if (field.holder().equals(holder) && dice.chance(EACH)) {
                value(sheets, of, field, dice);
            }
        }
    }

    /** Some choices are made often, some hardly ever; of several, one or two are. */
    private void value(Sheets sheets, UUID of, Own field, Dice dice) {
        int choice = field.choices().length == 0 ? -1 : dice.skewed(field.choices().length);
        row(sheets, of, field, choice, dice);
        if (field.kind().equals("choices") && choice > 0 && dice.chance(0.5)) {
            row(sheets, of, field, choice - 1, dice);
        }
    }

    private void row(Sheets sheets, UUID of, Own field, int choice, Dice dice) {
        String kind = field.kind();
        int number = dice.between(10_000, 999_999);
        sheets.row(field.holder() + "_field_value")
                .id(of)
                .id(field.id())
                .text(kind)
                .text(
                        kind.equals("text")
                                ? "K-" + number
                                : kind.equals("link") ? "https://profiles.example/" + number : null)
                .money(kind.equals("number") ? BigDecimal.valueOf(1 + dice.skewed(2000)) : null)
                .day(kind.equals("day") ? house.horizon / House.DAY - dice.between(1, 5000) : 0)
                .yesOrNone(kind.equals("yes_no") ? dice.chance(0.7) : null)
                .id(choice < 0 ? null : choice(field, choice));
    }
}
