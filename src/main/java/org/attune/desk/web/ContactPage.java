package org.attune.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.access.Viewer;
import org.attune.conversations.Learned;
import org.attune.conversations.Preconceptions;
import org.attune.conversations.Reflections;
import org.attune.conversations.Threads;
import org.attune.desk.ContactGlance;
import org.attune.desk.ContactPageEntry;
import org.attune.desk.ContactPageTimeline;
import org.attune.desk.ContactPageTimeline.Show;
import org.attune.fields.Holder;
import org.attune.health.HealthPanels;
import org.attune.needs.NeedView;
import org.attune.needs.NeedViews;
import org.attune.nurture.SilenceView;
import org.attune.nurture.Silences;
import org.attune.nurture.Stops;
import org.attune.nurture.WaysOn;
import org.attune.offers.OffersSeen;
import org.attune.offers.Readinesses;
import org.attune.outside.OutsideAddress;
import org.attune.people.ContactId;
import org.attune.people.ContactView;
import org.attune.people.Contacts;
import org.attune.platform.Ids;
import org.attune.platform.KeptPlans;
import org.attune.platform.KeysetPage;
import org.attune.promises.Promises;
import org.attune.promises.PromisesOfContact;
import org.attune.pulse.Pulses;
import org.attune.stages.PathView;
import org.attune.stages.Rhythm;
import org.attune.stages.Stages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Puts the page of a contact together from what each module knows about them. */
@Component
class ContactPage {

    private static final int THREADS = 20;
    private static final int OFFERS = 20;
    private static final int LESSONS = 5;
    private static final List<String> SHOWS =
            Arrays.stream(Show.values()).map(ContactPage::word).toList();

    private final Contacts contacts;
    private final Stages stages;
    private final NeedViews needs;
    private final Threads threads;
    private final Promises promises;
    private final Silences silences;
    private final Stops stops;
    private final WaysOn waysOn;
    private final Readinesses readinesses;
    private final OffersSeen offers;
    private final Reflections reflections;
    private final Preconceptions preconceptions;
    private final ContactPageTimeline timeline;
    private final ContactGlance glance;
    private final ContactPageWords tell;
    private final OwnFields own;
    private final HealthPanels health;
    private final Pulses pulses;
    private final OutsideAddress outside;
    private final ContactHat hat;
    private final KeptPlans keptPlans;

    ContactPage(
            Contacts contacts,
            Stages stages,
            NeedViews needs,
            Threads threads,
            Promises promises,
            Silences silences,
            Stops stops,
            WaysOn waysOn,
            Readinesses readinesses,
            OffersSeen offers,
            Reflections reflections,
            Preconceptions preconceptions,
            ContactPageTimeline timeline,
            ContactGlance glance,
            ContactPageWords tell,
            OwnFields own,
            HealthPanels health,
            Pulses pulses,
            OutsideAddress outside,
            ContactHat hat,
            KeptPlans keptPlans) {
        this.contacts = contacts;
        this.stages = stages;
        this.needs = needs;
        this.threads = threads;
        this.promises = promises;
        this.silences = silences;
        this.stops = stops;
        this.waysOn = waysOn;
        this.readinesses = readinesses;
        this.offers = offers;
        this.reflections = reflections;
        this.preconceptions = preconceptions;
        this.timeline = timeline;
        this.glance = glance;
        this.tell = tell;
        this.own = own;
        this.health = health;
        this.pulses = pulses;
        this.outside = outside;
        this.hat = hat;
        this.keptPlans = keptPlans;
    }

    /** One transaction, so that all parts of the page tell of the same moment. */
    @Transactional(readOnly = true)
    public String show(Viewer viewer, ContactId id, Show show, @Nullable String after, Model model) {
        keptPlans.forThisTransaction();
        ContactView contact = contacts.page(viewer, id);
        ContactGlance.There there = glance.of(viewer, id);
        PathView path = stages.path(viewer, id);
        Rhythm rhythm = rhythm(contact, path);
        SilenceView silence = there.silence() ? silences.current(viewer, id).orElse(null) : null;
        List<NeedView> needed = there.needs() ? needs.ofContacts(viewer, List.of(id)) : List.of();
        KeysetPage<ContactPageEntry> together = timeline.page(viewer, contact, show, after);
        model.addAttribute("contact", contact)
                .addAttribute("path", path)
                .addAttribute("rhythm", rhythm)
                .addAttribute("hat", hat.of(viewer, id, rhythm, silence))
                .addAttribute("needs", needed)
                .addAttribute("threads", there.threads() ? threads.of(viewer, id, THREADS) : List.of())
                .addAttribute("promises", there.promises() ? promises.ofContact(viewer, id) : PromisesOfContact.NONE)
                .addAttribute("silence", silence)
                .addAttribute(
                        "wayOn", there.wayOn() ? waysOn.current(viewer, id).orElse(null) : null)
                .addAttribute("stop", there.stop() ? stops.current(viewer, id).orElse(null) : null)
                .addAttribute("readinesses", readinesses.ofContact(viewer, needed))
                .addAttribute("offers", there.offers() ? offers.ofContact(viewer, id, OFFERS) : List.of())
                .addAttribute("assumed", there.preconceptions() ? assumed(viewer, id) : List.of())
                .addAttribute(
                        "learned", there.reflections() ? reflections.ofContact(viewer, id, LESSONS) : Learned.NOTHING)
                .addAttribute("ask", whereToAsk(id, there.openTalk()))
                .addAttribute("entries", together.items())
                .addAttribute("show", word(show))
                .addAttribute("next", next(id, show, together.next()))
                .addAttribute("health", health.of(viewer, id).orElse(null))
                .addAttribute("pulse", pulses.panel(viewer, id, contact.mayTend()))
                .addAttribute("outside", outside.beforePaths())
                .addAttribute("touch", Ids.next())
                .addAttribute("tell", tell)
                .addAttribute("own", there.fields() ? own.lines(viewer, Holder.CONTACT, id.value()) : List.of())
                .addAttribute("shows", SHOWS);
        return "desk/contact";
    }

    private List<PreparedView.Outcome> assumed(Viewer viewer, ContactId id) {
        return preconceptions.about(viewer, List.of(id), LESSONS).settled().stream()
                .map(Preparing::outcome)
                .toList();
    }

    /** Where one goes on talking: in one's own open conversation, or else in a new one. */
    private static String whereToAsk(ContactId id, @Nullable String openTalk) {
        return openTalk == null ? "/conversations/new?with=" + id.value() : "/conversations/" + openTalk;
    }

    private static @Nullable Rhythm rhythm(ContactView contact, PathView path) {
        var own = contact.details().rhythm();
        return path.rhythm(own == null ? null : own.idealDays(), own == null ? null : own.longestDays())
                .orElse(null);
    }

    private static @Nullable String next(ContactId id, Show show, @Nullable String key) {
        return key == null ? null : "/contacts/" + id.value() + "?show=" + word(show) + "&after=" + key;
    }

    private static String word(Show show) {
        return show.name().toLowerCase(Locale.ROOT);
    }
}
