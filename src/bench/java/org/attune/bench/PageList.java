package org.attune.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.bench.Firm.Found;
import org.attune.bench.Staff.Signed;
import org.jspecify.annotations.Nullable;

/** Every page that is measured: its name, what it may take, and where it is in this sample. This is the one place to add one. */
final class PageList {

    /** The asset whose time everything else is compared with, and the smallest page for somebody who is signed in. */
    static final String STATIC = "static file (stylesheet)";

    static final String SMALLEST = "smallest page (signature)";
    static final String TODAY = "Today";
    static final String CONTACTS = "contacts";
    static final String DEEP = "contacts, from the 5,000th on";
    static final String BY_NAME = "search by name";
    static final String BY_WORDS = "search by words";
    static final String CONTACT_FEW = "contact, about 10 turns";
    static final String CONTACT_MANY = "contact, most turns of all";
    static final String WORKSPACE = "conversation";
    static final String LOGGING = "logging a turn";
    static final String HELP = "what may help now";
    static final String GATE = "gate of a need";
    static final String OFFER = "offer";
    static final String OFFERS = "offers";
    static final String COMPANIES = "companies";

    private static final int EACH = 8;
    private static final int DEPTH = 5_000;
    private static final int ROWS_OF_A_PAGE = 30;
    private static final Pattern NEXT = Pattern.compile("href=\"(/contacts\\?[^\"]*after=[^\"]*)\"");
    private static final Pattern STYLES = Pattern.compile("href=\"(/css/app[^\"]*)\"");
    private static final String MAIN = "id=\"main\"";

    private final URI address;
    private final Firm firm;
    private final Staff staff;
    private final List<Page> pages = new ArrayList<>();

    private PageList(URI address, Firm firm, Staff staff) {
        this.address = address;
        this.firm = firm;
        this.staff = staff;
    }

    static List<Page> of(URI address, Firm firm, Staff staff) {
        PageList list = new PageList(address, firm, staff);
        list.sellersOwn();
        list.lists();
        list.searches();
        list.people();
        list.offers();
        list.dashboards();
        list.admins();
        list.yardsticks(); // last, when Java has compiled what all pages go through
        return list.pages.stream()
                .filter(page -> !page.visits().isEmpty())
                .filter(page -> page.name().equals(STATIC) || page.name().matches(Asked.only()))
                .toList();
    }

    private void yardsticks() {
        Visitor first = staff.sellers().get(0).visitor();
        Matcher styles = STYLES.matcher(
                first.get(address, "/sign-in").body() + first.get(address, "/").body());
        if (styles.find()) {
            add(STATIC, null, "", List.of(Visit.to(first, styles.group(1), "{")));
        }
        sellers(SMALLEST, null, one -> "/preferences/signature");
    }

    private void sellersOwn() {
        both(TODAY, 15, one -> "/");
        add("queue of who should hear from us", 20, "marketing hat", visits(staff.gardeners(), one -> "/nurture"));
        sellers("introductions", null, one -> "/introductions");
        sellers("library", null, one -> "/library");
        sellers("my page", null, one -> "/me");
    }

    private void lists() {
        both(CONTACTS, 20, one -> "/contacts");
        sellers("contacts, mine", 20, one -> "/contacts?only=mine");
        for (String sort : List.of("silent", "name", "newest", "stage", "health")) {
            both("contacts by " + sort, 20, one -> "/contacts?sort=" + sort);
        }
        both("contacts of one owner", 20, one -> "/contacts?owner=" + owner(one));
        both(
                "contacts by stage filter",
                20,
                one -> first(firm.stages(one.colleague(), 1), stage -> "/contacts?stage=" + stage));
        sellers(
                "contacts with a tag",
                20,
                one -> first(firm.tags(one.colleague(), 1), tag -> "/contacts?tag=" + word(tag)));
        sellers(
                "contacts of a company",
                20,
                one -> first(firm.companies(one.colleague(), 1), company -> "/contacts?company=" + company));
        both("contacts not heard for long", 20, one -> "/contacts?heard=longer");
        both("contacts doing badly", 20, one -> "/contacts?health=cooling");
        both("contacts to listen to", 20, one -> "/contacts?only=listen");
        both(
                "contacts, three conditions and words",
                null,
                one -> "/contacts?heard=longer&health=steady&q=ber&sort=newest");
        deep(DEEP, "/contacts");
        deep("contacts by name, from the 5,000th on", "/contacts?sort=name");
        sellers(COMPANIES, 20, one -> "/companies");
        both(OFFERS, 20, one -> "/offers");
        each(
                "export of a list",
                null,
                one -> Stream.of(new Visit(one.visitor(), "/contacts/export", Map.of("only", "mine"), false, ",")));
    }

    private void searches() {
        each(BY_NAME, 40, one -> firm.familyNames(one.colleague(), 2).stream()
                .map(name -> Visit.to(one.visitor(), "/search?q=" + word(name), MAIN)));
        each(BY_WORDS, 40, one -> firm.wordsSaid(one.colleague(), 2).stream()
                .map(said -> Visit.to(one.visitor(), "/search?q=" + word(said), MAIN)));
        sellers("search, nothing found", 40, one -> "/search?q=xylophonquartz");
    }

    private void people() {
        Signed first = staff.sellers().get(0);
        List<Found> most = firm.mostSpokenWith(first.colleague(), 1);
        for (Found one : most) {
            Visit visit =
                    Visit.to(first.visitor(), "/contacts/" + one.id(), one.id().toString());
            add(new Page(CONTACT_MANY, 15, "salesperson", one.figure() + " turns", List.of(visit)));
        }
        each(CONTACT_FEW, 15, one -> firm.hardlySpokenWith(one.colleague(), 2).stream()
                .map(found -> Visit.to(
                        one.visitor(), "/contacts/" + found.id(), found.id().toString())));
        each(WORKSPACE, 15, one -> talks(one, firm.conversations(one.colleague(), 2)));
        for (Found one : most) {
            add(new Page(
                    "conversation, most turns behind it",
                    15,
                    "salesperson",
                    one.figure() + " turns with them",
                    talks(first, firm.lastConversationsWith(one.id(), 1)).toList()));
        }
        for (Found longest : firm.longestConversations(first.colleague(), 1)) {
            add(new Page(
                    "conversation, the longest",
                    15,
                    "salesperson",
                    longest.figure() + " turns",
                    talks(first, List.of(longest)).toList()));
        }
        each(LOGGING, 10, one -> Staff.inTheMiddleOf(address, firm, one, 1).stream()
                .map(open -> logging(one, open)));
        each(HELP, 15, one -> Staff.inTheMiddleOf(address, firm, one, 1).stream()
                .map(open -> help(one, open)));
    }

    /** Asked for by the page's script when what was logged has been answered. */
    static Visit help(Signed who, Found open) {
        return Visit.to(who.visitor(), "/conversations/" + open.id() + "/fitting", "id=\"fitting\"");
    }

    /** What was heard is written down, as the page's script sends it. */
    static Visit logging(Signed who, Found open) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id", Visit.FRESH);
        form.put("move", "listen");
        form.put("speaker", open.other().toString());
        form.put("how", "word_for_word");
        form.put("text", "It comes back every other week, and then somebody drives out there again.");
        return new Visit(who.visitor(), "/conversations/" + open.id() + "/turns", form, true, "every other week");
    }

    private void offers() {
        each(GATE, 15, one -> firm.needs(one.colleague(), 2).stream()
                .map(need -> Visit.to(
                        one.visitor(),
                        "/needs/" + need.id() + "/readiness",
                        need.id().toString())));
        each("need", 15, one -> firm.needs(one.colleague(), 2).stream()
                .map(need ->
                        Visit.to(one.visitor(), "/needs/" + need.id(), need.id().toString())));
        each("preparing an offer", 15, one -> firm.needs(one.colleague(), 2).stream()
                .map(need -> Visit.to(
                        one.visitor(),
                        "/contacts/" + need.other() + "/offers/new?need=" + need.id(),
                        need.other().toString())));
        each(OFFER, 15, one -> firm.offers(one.colleague(), 2).stream()
                .map(offer -> Visit.to(
                        one.visitor(), "/offers/" + offer.id(), offer.id().toString())));
    }

    private void dashboards() {
        both("dashboards", 50, one -> "/dashboards");
        for (String one : List.of("health", "sales", "listening", "pull", "flow", "promises", "time", "offers")) {
            both("dashboard: " + one, 50, who -> "/dashboards/" + one);
        }
        both("voice of the customer", 50, one -> "/voice");
    }

    private void admins() {
        for (String path : List.of("/admin/people", "/admin/audit", "/admin/health")) {
            add(
                    "admin: " + path.substring("/admin/".length()),
                    null,
                    "",
                    staff.admins().stream()
                            .map(one -> Visit.to(one.visitor(), path, MAIN))
                            .toList());
        }
    }

    /** For a salesperson and for a manager, each a page of its own. */
    private void both(String name, @Nullable Integer budget, Function<Signed, @Nullable String> path) {
        sellers(name, budget, path);
        add(name, budget, "", visits(staff.managers(), path));
    }

    private void sellers(String name, @Nullable Integer budget, Function<Signed, @Nullable String> path) {
        add(name, budget, "", visits(staff.sellers(), path));
    }

    private void each(String name, @Nullable Integer budget, Function<Signed, Stream<Visit>> visits) {
        add(
                name,
                budget,
                "",
                staff.sellers().stream().flatMap(visits).limit(2L * EACH).toList());
    }

    private void add(String name, @Nullable Integer budget, String about, List<Visit> visits) {
        if (!visits.isEmpty()) {
            add(new Page(name, budget, visits.get(0).who().role(), about, visits));
        }
    }

    private void add(Page page) {
        pages.add(page);
    }

    private static List<Visit> visits(List<Signed> who, Function<Signed, @Nullable String> path) {
        List<Visit> visits = new ArrayList<>();
        for (Signed one : who) {
            String found = path.apply(one);
            if (found != null) {
                visits.add(Visit.to(one.visitor(), found, MAIN));
            }
        }
        return visits;
    }

    private static Stream<Visit> talks(Signed who, List<Found> talks) {
        return talks.stream()
                .map(talk -> Visit.to(
                        who.visitor(), "/conversations/" + talk.id(), talk.id().toString()));
    }

    private UUID owner(Signed one) {
        return one.visitor().role().equals("salesperson")
                ? one.colleague().id()
                : staff.sellers().get(0).colleague().id();
    }

    /** For the first of each role: walking there takes its time. */
    private void deep(String name, String path) {
        for (List<Signed> some : List.of(staff.sellers(), staff.managers())) {
            some.stream().limit(1).map(Signed::visitor).forEach(who -> add(walked(name, who, path)));
        }
    }

    /** Walks on as somebody would who pressed "more" again and again, but with little patience. */
    private Page walked(String name, Visitor who, String path) {
        long begin = System.nanoTime();
        String here = path;
        int page = 0;
        while (page < DEPTH / ROWS_OF_A_PAGE
                && System.nanoTime() - begin < Asked.patience().toNanos()) {
            Matcher next = NEXT.matcher(who.get(address, here).body());
            if (!next.find()) {
                break;
            }
            here = next.group(1).replace("&amp;", "&");
            page++;
        }
        return new Page(
                name, 20, who.role(), "behind row " + page * ROWS_OF_A_PAGE, List.of(Visit.to(who, here, MAIN)));
    }

    private static @Nullable String first(List<String> found, Function<String, String> path) {
        return found.isEmpty() ? null : path.apply(found.get(0));
    }

    private static String word(String typed) {
        return Visitor.encoded(Map.of("x", typed)).substring(2);
    }
}
