package org.attune.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invented firm: how large it is, since when, and who works there. */
final class House {

    static final long DAY = 86_400;
    static final long HOUR = 3600;
    private static final int YEARS_IN_DAYS = 3650;
    private static final int CONTACTS_OF_ONE = 2500;
    private static final int TEAM_OF = 8;
    private static final WordFile NAMES = WordFile.of("names.txt");

    /** What dice are about. */
    enum Of {
        TEAM,
        USER,
        THEME,
        COMPANY,
        CONTACT,
        PERSON,
        TALK,
        STORY,
        PATH,
        AROUND,
        FIRM,
        FIELD,
        LIBRARY,
        BESIDE,
        VOICE,
        PAIR
    }

    record Team(int number, UUID id, String name, Market market, UUID manager) {}

    record Colleague(UUID id, String name, String email, String role, Team team) {}

    final int contacts;
    final LocalDate until;
    final long horizon;
    final List<Team> teams = new ArrayList<>();
    final List<Colleague> sellers = new ArrayList<>();
    final List<Colleague> managers = new ArrayList<>();
    final List<UUID> themes = new ArrayList<>();
    final Colleagues colleagues;
    private final long seed;
    private final long begin;

    /** @param until the day before which everything happened */
    House(int contacts, long seed, LocalDate until) {
        this.contacts = contacts;
        this.until = until;
        this.seed = seed;
        this.horizon = until.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        this.begin = horizon - YEARS_IN_DAYS * DAY;
        int people = Math.max(4, (contacts + CONTACTS_OF_ONE - 1) / CONTACTS_OF_ONE);
        int many = Math.max(2, (people + TEAM_OF - 1) / TEAM_OF);
        for (int team = 0; team < many; team++) {
            found(team);
        }
        for (int n = 0; n < people; n++) {
            sellers.add(colleague(n, "salesperson", teams.get(n % many)));
        }
        for (int n = 0; n < themeNames().size(); n++) {
            themes.add(dice(Of.THEME, n).id(begin));
        }
        this.colleagues = new Colleagues(contacts, companies());
    }

    private void found(int number) {
        Market market = Market.of(number);
        Dice dice = dice(Of.TEAM, number);
        List<String> places = NAMES.entries("place " + market.language);
        String name = places.get((number * 7) % places.size())
                + (number < places.size() ? "" : " " + (number / places.size() + 1));
        UUID manager = dice(Of.USER, 1_000_000 + number).id(begin);
        Team team = new Team(number, dice.id(begin), name + " " + (number + 1), market, manager);
        teams.add(team);
        managers.add(colleague(1_000_000 + number, "manager", team));
    }

    private Colleague colleague(int number, String role, Team team) {
        Dice dice = dice(Of.USER, number);
        UUID id = dice.id(begin);
        String language = team.market().language;
        String given = dice.pick(names(dice.chance(0.5) ? "she" : "he", language));
        String family = dice.pick(names("family", language));
        String address = (role.equals("manager") ? "manager" + (number - 1_000_000 + 1) : "seller" + (number + 1));
        return new Colleague(id, given + " " + family, address + "@sample.example", role, team);
    }

    static List<String> names(String group, String language) {
        return NAMES.entries(group + " " + language);
    }

    UUID decider(int number) {
        return dice(Of.USER, -2 - number).id(begin);
    }

    static List<String> ownFields() {
        return NAMES.lines("field");
    }

    static List<String> themeNames() {
        return NAMES.entries("theme en");
    }

    Dice dice(Of what, long... path) {
        long[] all = new long[path.length + 1];
        all[0] = what.ordinal();
        System.arraycopy(path, 0, all, 1, path.length);
        return Dice.of(seed, all);
    }

    long begin() {
        return begin;
    }

    /** The later, the more came; whoever has a higher number came later. */
    long createdAt(int contact) {
        double part = Math.pow((contact + 0.5) / contacts, 0.7);
        return begin + (long) (part * (horizon - begin - 2 * DAY));
    }

    UUID contactId(int contact) {
        return dice(Of.CONTACT, contact).id(createdAt(contact));
    }

    /** Some have twice as many as others. */
    Colleague sellerOf(int contact) {
        Dice dice = dice(Of.PERSON, contact, 1);
        int one = dice.below(sellers.size());
        return sellers.get(dice.chance(0.35) ? one / 2 : one);
    }

    /** Each company is looked after by one team; a few are large. None: -1. */
    int companyOf(int contact, Team team) {
        Dice dice = dice(Of.FIRM, contact);
        if (companies() <= team.number() || !dice.chance(0.9)) {
            return -1;
        }
        int ofTheirs = (companies() - 1 - team.number()) / teams.size() + 1;
        return dice.skewed(ofTheirs) * teams.size() + team.number();
    }

    /** Somebody else of the same team; none where there is nobody. */
    @Nullable
    Colleague beside(Colleague one, Dice dice) {
        List<Colleague> others = sellers.stream()
                .filter(other -> other.team() == one.team() && other != one)
                .toList();
        return others.isEmpty() ? null : dice.pick(others);
    }

    Team teamOfCompany(int company) {
        return teams.get(company % teams.size());
    }

    int companies() {
        return Math.max(3, contacts / 8);
    }
}
