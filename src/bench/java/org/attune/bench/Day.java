package org.attune.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.attune.bench.Firm.Found;
import org.attune.bench.Staff.Signed;
import tools.jackson.databind.json.JsonMapper;

/**
 * A day like any other, handed to the process that plays it: who is there, what each of them looks at, and how often.
 * <p>Of 100 things a salesperson does, most are reading about the person they are about to talk to (contact page, conversation) and writing
 * down what was heard; they come back to Today between two conversations, and look for people in lists more than by search. A
 * manager opens dashboards and lists of the team and reads contacts. Nobody exports all day, but somebody does it once. An admin is rare.
 */
record Day(String address, int warmUpSeconds, int seconds, List<Person> people) {

    private static final int EACH = 30;
    private static final int FEW = 5;
    private static final String MAIN = "id=\"main\"";

    /** Somebody, and what they may look at by kind. */
    record Person(String email, String role, String cookie, String token, Map<String, Choice> choices) {}

    /** A kind of thing and how often of 100 it is done. */
    record Choice(int weight, List<Step> steps) {}

    /** One thing of that kind; with a form it is sent. */
    record Step(String path, Map<String, String> form, boolean fragment, String mark) {

        static Step of(Visit visit) {
            return new Step(visit.path(), visit.form(), visit.fragment(), visit.mark());
        }
    }

    /** One thing somebody does now. */
    record Next(String kind, Step step) {}

    Next next(int person) {
        Map<String, Choice> choices = people.get(person % people.size()).choices();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int all = choices.values().stream().mapToInt(Choice::weight).sum();
        int rest = random.nextInt(all);
        for (Map.Entry<String, Choice> one : choices.entrySet()) {
            rest -= one.getValue().weight();
            if (rest < 0) {
                List<Step> steps = one.getValue().steps();
                return new Next(one.getKey(), steps.get(random.nextInt(steps.size())));
            }
        }
        throw new IllegalStateException();
    }

    static Day read(Path file) {
        return new JsonMapper().readValue(file.toFile(), Day.class);
    }

    void write(Path file) {
        new JsonMapper().writeValue(file.toFile(), this);
    }

    static Person salesperson(Firm firm, Signed who, Found open) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        put(choices, PageList.TODAY, 14, paths("/"));
        put(
                choices,
                PageList.CONTACTS,
                10,
                paths("/contacts", "/contacts?only=mine", "/contacts?only=listen", "/contacts?sort=name"));
        put(choices, "contact", 20, ids("/contacts/", firm.contacts(who.colleague(), EACH)));
        put(
                choices,
                "contact, those most spoken with",
                3,
                ids("/contacts/", firm.mostSpokenWith(who.colleague(), FEW)));
        put(choices, PageList.WORKSPACE, 15, ids("/conversations/", firm.conversations(who.colleague(), EACH)));
        put(choices, PageList.LOGGING, 18, List.of(Step.of(PageList.logging(who, open))));
        put(choices, PageList.HELP, 18, List.of(Step.of(PageList.help(who, open))));
        put(
                choices,
                PageList.BY_NAME,
                4,
                firm.familyNames(who.colleague(), EACH).stream()
                        .map(name -> step(
                                "/search?q="
                                        + Visitor.encoded(Map.of("q", name)).substring(2),
                                MAIN))
                        .toList());
        put(
                choices,
                PageList.BY_WORDS,
                2,
                firm.wordsSaid(who.colleague(), EACH).stream()
                        .map(said -> step(
                                "/search?q="
                                        + Visitor.encoded(Map.of("q", said)).substring(2),
                                MAIN))
                        .toList());
        put(choices, "need", 4, ids("/needs/", firm.needs(who.colleague(), EACH)));
        put(
                choices,
                PageList.GATE,
                2,
                firm.needs(who.colleague(), EACH).stream()
                        .map(need -> step(
                                "/needs/" + need.id() + "/readiness", need.id().toString()))
                        .toList());
        put(choices, PageList.OFFERS, 2, paths("/offers"));
        put(choices, PageList.OFFER, 3, ids("/offers/", firm.offers(who.colleague(), EACH)));
        put(choices, PageList.COMPANIES, 1, paths("/companies"));
        put(choices, "dashboards", 2, paths("/dashboards", "/dashboards/health", "/dashboards/promises"));
        return person(who, choices);
    }

    static Person manager(Firm firm, Signed who) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        put(choices, PageList.TODAY, 10, paths("/"));
        put(choices, PageList.CONTACTS, 20, paths("/contacts", "/contacts?sort=health", "/contacts?heard=longer"));
        put(choices, "contact", 10, ids("/contacts/", firm.contacts(who.colleague(), EACH)));
        put(
                choices,
                "dashboards",
                50,
                Stream.of("", "/health", "/sales", "/listening", "/pull", "/flow", "/promises", "/time", "/offers")
                        .map(one -> step("/dashboards" + one, MAIN))
                        .toList());
        put(choices, "voice of the customer", 8, paths("/voice"));
        put(choices, PageList.OFFERS, 8, paths("/offers"));
        return person(who, choices);
    }

    static Person admin(Signed who) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        put(choices, "admin", 1, paths("/admin/people", "/admin/audit", "/admin/teams"));
        return person(who, choices);
    }

    private static Person person(Signed who, Map<String, Choice> choices) {
        Visitor visitor = who.visitor();
        return new Person(visitor.email(), visitor.role(), visitor.cookie(), visitor.token(), choices);
    }

    private static void put(Map<String, Choice> choices, String kind, int weight, List<Step> steps) {
        if (!steps.isEmpty()) {
            choices.put(kind, new Choice(weight, steps));
        }
    }

    private static List<Step> paths(String... paths) {
        return Stream.of(paths).map(path -> step(path, MAIN)).toList();
    }

    private static List<Step> ids(String begin, List<Found> found) {
        List<Step> steps = new ArrayList<>();
        for (Found one : found) {
            UUID id = one.id();
            steps.add(step(begin + id, id.toString()));
        }
        return steps;
    }

    private static Step step(String path, String mark) {
        return new Step(path, Map.of(), false, mark);
    }
}
