package org.attune.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.access.Viewer;
import org.attune.conversations.Preconceptions;
import org.attune.conversations.Reflections;
import org.attune.conversations.Threads;
import org.attune.desk.ContactPageEntry;
import org.attune.desk.ContactPageOpenTalk;
import org.attune.desk.ContactPageTimeline;
import org.attune.desk.ContactPageTimeline.Show;
import org.attune.fields.Holder;
import org.attune.health.HealthPanels;
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
import org.attune.platform.KeysetPage;
import org.attune.promises.Promises;
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
    private final ContactPageOpenTalk openTalk;
    private final ContactPageWords tell;
    private final OwnFields own;
    private final HealthPanels health;
    private final Pulses pulses;
    private final OutsideAddress outside;
    private final ContactHat hat;

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
            ContactPageOpenTalk openTalk,
            ContactPageWords tell,
            OwnFields own,
            HealthPanels health,
            Pulses pulses,
            OutsideAddress outside,
            ContactHat hat) {
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
        this.openTalk = openTalk;
        this.tell = tell;
        this.own = own;
        this.health = health;
        this.pulses = pulses;
        this.outside = outside;
        this.hat = hat;
    }

    /** One transaction, so that all parts of the page tell of the same moment. */
    @Transactional(readOnly = true)
    public String show(Viewer viewer, ContactId id, Show show, @Nullable String after, Model model) {
        ContactView contact = contacts.page(viewer, id);
        PathView path = stages.path(viewer, id);
        Rhythm rhythm = rhythm(contact, path);
        SilenceView silence = silences.current(viewer, id).orElse(null);
        KeysetPage<ContactPageEntry> together = timeline.page(viewer, contact, show, after);
        model.addAttribute("contact", contact)
                .addAttribute("path", path)
                .addAttribute("rhythm", rhythm)
                .addAttribute("hat", hat.of(viewer, id, rhythm, silence))
                .addAttribute("needs", needs.ofContacts(viewer, List.of(id)))
                .addAttribute("threads", threads.of(viewer, id, THREADS))
                .addAttribute("promises", promises.ofContact(viewer, id))
                .addAttribute("silence", silence)
                .addAttribute("wayOn", waysOn.current(viewer, id).orElse(null))
                .addAttribute("stop", stops.current(viewer, id).orElse(null))
                .addAttribute("readinesses", readinesses.ofContact(viewer, id))
                .addAttribute("offers", offers.ofContact(viewer, id, OFFERS))
                .addAttribute(
                        "assumed",
                        preconceptions.about(viewer, List.of(id), LESSONS).settled().stream()
                                .map(Preparing::outcome)
                                .toList())
                .addAttribute("learned", reflections.ofContact(viewer, id, LESSONS))
                .addAttribute("ask", openTalk.path(viewer, id))
                .addAttribute("entries", together.items())
                .addAttribute("show", word(show))
                .addAttribute("next", next(id, show, together.next()))
                .addAttribute("health", health.of(viewer, id).orElse(null))
                .addAttribute("pulse", pulses.panel(viewer, id, contact.mayTend()))
                .addAttribute("outside", outside.beforePaths())
                .addAttribute("touch", Ids.next())
                .addAttribute("tell", tell)
                .addAttribute("own", own.lines(viewer, Holder.CONTACT, id.value()))
                .addAttribute("shows", SHOWS);
        return "desk/contact";
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
