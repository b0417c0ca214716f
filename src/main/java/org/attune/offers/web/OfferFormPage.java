package org.attune.offers.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Organisation;
import org.attune.access.OrganisationView;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.offers.NeedFacts;
import org.attune.offers.OfferId;
import org.attune.offers.OfferKind;
import org.attune.offers.OfferView;
import org.attune.offers.OffersSeen;
import org.attune.offers.Piece;
import org.attune.offers.Readiness;
import org.attune.offers.Readinesses;
import org.attune.offers.Readinesses.Known;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
import org.attune.platform.KeptPlans;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** What stands around the form of an offer: the needs it may be for, and what the gate says about each. */
@Component
class OfferFormPage {

    private static final int SHOWN = 90;
    private static final int WEEKS_VALID = 4;

    private final Readinesses readinesses;
    private final ContactSight sight;
    private final OffersSeen seen;
    private final Organisation organisation;
    private final KeptPlans keptPlans;
    private final Say say;

    OfferFormPage(
            Readinesses readinesses,
            ContactSight sight,
            OffersSeen seen,
            Organisation organisation,
            KeptPlans keptPlans,
            Say say) {
        this.readinesses = readinesses;
        this.sight = sight;
        this.seen = seen;
        this.organisation = organisation;
        this.keptPlans = keptPlans;
        this.say = say;
    }

    /**
     * A need beside the form.
     *
     * @param turns what was heard about it, to choose who said how much goes away
     */
    record Candidate(Readiness readiness, List<Option> turns) {

        public UUID id() {
            return readiness.need().value();
        }
    }

    ContactName contact(Viewer viewer, UUID contact) {
        return sight.tended(viewer, new ContactId(contact));
    }

    OfferView tended(Viewer viewer, UUID offer) {
        OfferView before = seen.find(viewer, new OfferId(offer));
        sight.tended(viewer, before.contact().id());
        return before;
    }

    /** Who may have answered: the people of its needs, whoever it goes to first. */
    List<Option> peopleOf(Viewer viewer, OfferView offer) {
        return seen.people(viewer, offer.id()).stream()
                .map(person -> new Option(person.id().value().toString(), person.name()))
                .toList();
    }

    /** A new form: what the gate is open for is chosen, or the one that was asked for, and it begins with what they asked. */
    @Transactional(readOnly = true)
    String begin(Viewer viewer, UUID whom, OfferForm form, @Nullable UUID wanted, Model model) {
        keptPlans.forThisTransaction();
        ContactName contact = contact(viewer, whom);
        Known known = known(viewer, contact.id(), form);
        for (NeedRow row : form.getNeeds()) {
            UUID need = Objects.requireNonNull(row.getNeed());
            row.setChosen(
                    wanted == null
                            ? known.judged().stream().anyMatch(one -> one.isOpen() && isOf(one, need))
                            : wanted.equals(need));
        }
        Set<UUID> chosen = form.getNeeds().stream()
                .filter(NeedRow::isChosen)
                .map(NeedRow::getNeed)
                .collect(Collectors.toSet());
        known.facts().stream()
                .filter(fact -> chosen.contains(fact.need().value()))
                .flatMap(fact -> fact.asks().stream())
                .max(Comparator.comparing(Piece::saidAt))
                .ifPresent(ask -> form.setAsked(ask.turn().value()));
        return show(contact, form, null, null, known, model);
    }

    /**
     * @param revised the offer the new one takes the place of
     * @param closed what the gate said where it refused
     */
    String show(
            Viewer viewer,
            ContactName contact,
            OfferForm form,
            @Nullable OfferView revised,
            @Nullable List<Readiness> closed,
            Model model) {
        return show(contact, form, revised, closed, known(viewer, contact.id(), form), model);
    }

    /** What the organisation settled: the currencies and, where nothing stands yet, the usual one and a working day. */
    void prepare(TermsForm form, Model model) {
        OrganisationView house = organisation.current();
        if (form.getCurrency() == null) {
            form.setCurrency(house.currency().getCurrencyCode());
        }
        if (form.getValidUntil() == null) {
            form.setValidUntil(house.week().onOrAfter(say.today().plusWeeks(WEEKS_VALID)));
        }
        model.addAttribute("currencies", say.currencies(house.currencies(), form.getCurrency()));
    }

    private String show(
            ContactName contact,
            OfferForm form,
            @Nullable OfferView revised,
            @Nullable List<Readiness> closed,
            Known known,
            Model model) {
        List<Readiness> judged = Stream.concat(Stream.ofNullable(closed).flatMap(List::stream), known.judged().stream())
                .toList();
        List<Candidate> candidates = known.facts().stream()
                .map(fact -> new Candidate(of(judged, fact.need()), turns(fact)))
                .toList();
        model.addAttribute("contact", contact)
                .addAttribute("form", form)
                .addAttribute("revised", revised)
                .addAttribute("candidates", candidates)
                .addAttribute("open", closed != null || judged.stream().anyMatch(Readiness::isOpen))
                .addAttribute("asks", asks(known.facts()));
        prepare(form, model);
        return "offers/form";
    }

    /** Gives every open need a row, keeping what was typed into those that are there, and reads them all once. */
    private Known known(Viewer viewer, ContactId contact, OfferForm form) {
        Set<UUID> there = form.getNeeds().stream().map(NeedRow::getNeed).collect(Collectors.toSet());
        for (NeedId need : readinesses.openNeeds(viewer, contact)) {
            if (!there.contains(need.value())) {
                NeedRow row = new NeedRow();
                row.setNeed(need.value());
                form.getNeeds().add(row);
            }
        }
        List<NeedId> needs = form.getNeeds().stream()
                .flatMap(row -> Stream.ofNullable(row.getNeed()))
                .map(NeedId::new)
                .toList();
        return readinesses.known(viewer, needs, kind(form));
    }

    private static boolean isOf(Readiness readiness, UUID need) {
        return readiness.need().value().equals(need);
    }

    private static OfferKind kind(OfferForm form) {
        OfferKind kind = form.getKind();
        return kind == null ? OfferKind.NEW : kind;
    }

    private static Readiness of(List<Readiness> judged, NeedId need) {
        return judged.stream().filter(r -> r.need().equals(need)).findFirst().orElseThrow();
    }

    private static List<Option> turns(NeedFacts facts) {
        return facts.heard().stream()
                .map(NeedFacts.Heard::turn)
                .sorted(Comparator.comparing(Piece::saidAt)
                        .thenComparing(Piece::seq)
                        .reversed())
                .map(OfferFormPage::option)
                .toList();
    }

    private static List<Option> asks(List<NeedFacts> facts) {
        return facts.stream()
                .flatMap(fact -> fact.asks().stream())
                .distinct()
                .map(OfferFormPage::option)
                .toList();
    }

    private static Option option(Piece piece) {
        String words = piece.words() == null ? "" : piece.words();
        String shown = words.length() > SHOWN
                ? words.substring(0, SHOWN - (Character.isHighSurrogate(words.charAt(SHOWN - 1)) ? 1 : 0)) + "…"
                : words;
        return new Option(piece.turn().value().toString(), piece.speakerName() + ": " + shown);
    }
}
