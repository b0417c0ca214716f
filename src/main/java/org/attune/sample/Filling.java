package org.attune.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.platform.SettingRefused;

/** Fills the tables in one transaction: whoever pulls the plug half-way finds the database empty. */
final class Filling {

    private static final int MOST_TALKS_FORGOTTEN = 20;
    private static final int TALK_BITS = 10;
    private static final int PERSON_BITS = 21;
    private static final double COPIED = 0.45;
    private static final double STEPS = 0.25;

    /** What is written row by row, before anything else. */
    private static final List<String> TOLD_BEFORE = List.of(
            "organisation",
            "team",
            "app_user",
            "team_lead",
            "theme",
            "absence",
            "saved_view",
            "custom_field",
            "custom_field_choice",
            "statement_answerer");

    private final House house;
    private final Progress progress;
    private final Map<Integer, Person> talkative = new HashMap<>();

    Filling(House house, Progress progress) {
        this.house = house;
        this.progress = progress;
    }

    Map<String, Long> fill(Connection connection, String passwordHash) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
        }
        refuseUnlessEmpty(connection);
        Scaffold scaffold = new Scaffold(connection, Sheets.tables());
        scaffold.takeOff();
        withoutTrail(connection, true);
        OwnFields fields = new OwnFields(house);
        new Staff(connection, house).write(passwordHash, fields);
        withoutTrail(connection, false);
        Copying copying = new Copying(connection);
        Sheets sheets = new Sheets(copying::add);
        Library library = new Library(house);
        long[] talks = people(sheets, fields, library);
        talks(sheets, library, talks);
        sheets.end();
        copying.end();
        numberOffersOn(connection);
        scaffold.putBack(done -> progress.at(COPIED + STEPS * done, "indexes and constraints"));
        progress.at(COPIED + STEPS, "what is much alike");
        TouchesAlike.write(connection);
        HealthSince.write(connection, house.until);
        connection.commit();
        return sheets.rows();
    }

    static void refuseUnlessEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select exists (select from app_user) or exists (select from team) or exists (select from company)
                            or exists (select from contact) or exists (select from conversation) or exists (select from theme)""")) {
            found.next();
            if (found.getBoolean(1)) {
                throw new SettingRefused(
                        "There is something in this database already, and a sample is only made in an empty one.",
                        "Name another: --attune.data-directory= with a directory that is not there yet, or ATTUNE_DATABASE_URL"
                                + " with an empty database.");
            }
        }
    }

    /** The sample is no history of this database; decision 0042. What else triggers would do is that the house has other rules now. */
    private static void withoutTrail(Connection connection, boolean without) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TOLD_BEFORE) {
                statement.execute("alter table " + table + (without ? " disable" : " enable") + " trigger user");
            }
            statement.execute("update house_rules set number = number + 1");
        }
    }

    /** @return when each conversation begins, with whom it is and its number, in one number that sorts by time */
    private long[] people(Sheets sheets, OwnFields fields, Library library) {
        PeopleWriter writer = new PeopleWriter(house, sheets, fields, library);
        LibraryWriter told = new LibraryWriter(house, sheets, library);
        told.materials();
        writer.companies();
        long[] talks = new long[house.contacts * 3 + 1000];
        int many = 0;
        for (int n = 0; n < house.contacts; n++) {
            Person person = new Person(house, n);
            house.colleagues.came(n, person.company);
            writer.write(person);
            told.stories(person);
            if (many + person.talks.length > talks.length) {
                talks = Arrays.copyOf(talks, talks.length * 3 / 2 + person.talks.length);
            }
            for (int talk = 0; talk < person.talks.length; talk++) {
                long minute = (person.talks[talk] - house.begin()) / 60;
                talks[many++] = (minute << (PERSON_BITS + TALK_BITS)) | ((long) n << TALK_BITS) | talk;
            }
            progress.at(COPIED * 0.1 * n / house.contacts, "contacts");
        }
        long[] sorted = Arrays.copyOf(talks, many);
        Arrays.sort(sorted);
        return sorted;
    }

    /** In the order in which they took place, as a firm would have written them down. */
    private void talks(Sheets sheets, Library library, long[] talks) {
        TalkWriter talk = new TalkWriter(house, sheets, library);
        StoryWriter story = new StoryWriter(house, sheets);
        PairWriter pairs = new PairWriter(house, sheets);
        for (int n = 0; n < talks.length; n++) {
            Person person = person((int) (talks[n] >>> TALK_BITS) & ((1 << PERSON_BITS) - 1));
            Talk one = new Talk(person, (int) talks[n] & ((1 << TALK_BITS) - 1));
            talk.write(one);
            story.write(one);
            pairs.talked(one);
            progress.at(COPIED * (0.1 + 0.9 * n / talks.length), "conversations");
        }
        pairs.write();
    }

    private Person person(int number) {
        Person known = talkative.get(number);
        if (known != null) {
            return known;
        }
        Person person = new Person(house, number);
        if (person.talks.length > MOST_TALKS_FORGOTTEN) {
            talkative.put(number, person);
        }
        return person;
    }

    private static void numberOffersOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select setval('offer_number', coalesce((select max(number) from offer), 1))");
        }
    }
}
