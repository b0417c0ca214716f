package org.attune;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.access.Absences;
import org.attune.access.GoAway;
import org.attune.access.Invitations;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.coaching.AgreeStep;
import org.attune.coaching.ChosenTalks;
import org.attune.coaching.Notes;
import org.attune.coaching.OneToOnes;
import org.attune.coaching.Steps;
import org.attune.coaching.WriteNote;
import org.attune.conversations.Assumptions;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Hunches;
import org.attune.conversations.Mark;
import org.attune.conversations.MergeThemes;
import org.attune.conversations.TendedThemes;
import org.attune.conversations.Themes;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.exchange.ContactImports;
import org.attune.exchange.ConversationImports;
import org.attune.fields.Field;
import org.attune.fields.FieldKind;
import org.attune.fields.Holder;
import org.attune.fields.OwnFields;
import org.attune.library.Consents;
import org.attune.library.HeardWordsView;
import org.attune.library.MaterialCauses;
import org.attune.library.MaterialContent;
import org.attune.library.MaterialDetails;
import org.attune.library.MaterialDrafts;
import org.attune.library.MaterialId;
import org.attune.library.MaterialVersionId;
import org.attune.library.Materials;
import org.attune.library.NewFile;
import org.attune.library.NoteConsent;
import org.attune.library.Scope;
import org.attune.library.Step;
import org.attune.library.Stories;
import org.attune.library.StoryId;
import org.attune.library.StoryWords;
import org.attune.library.VersionView;
import org.attune.library.WriteDraft;
import org.attune.library.WriteMaterial;
import org.attune.library.WriteStory;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.nurture.Given;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.TouchKind;
import org.attune.nurture.Touches;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.HandOver;
import org.attune.people.HandOvers;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.attune.voice.Addressee;
import org.attune.voice.StatementScene;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes worlds in which there is a little of everything, or much. */
@Component
public class Worlds {

    private static final int NEEDS = 6;
    private static final int OFFERS = 8;
    private static final int PARTICIPANTS = 5;

    private final Somebody somebody;
    private final Acquaintances acquaintances;
    private final ConversationScene scene;
    private final OfferScene offered;
    private final Needs needs;
    private final Threads threads;
    private final Promises promises;
    private final Touches touches;
    private final Assumptions assumptions;
    private final Hunches hunches;
    private final HandOvers handOvers;
    private final Absences absences;
    private final Invitations invitations;
    private final ContactImports contactFiles;
    private final ConversationImports transcripts;
    private final OwnFields ownFields;
    private final Themes themes;
    private final TendedThemes tendedThemes;
    private final Notes notes;
    private final Steps steps;
    private final ChosenTalks chosen;
    private final OneToOnes oneToOnes;
    private final Materials materials;
    private final MaterialDrafts drafts;
    private final MaterialCauses causes;
    private final StatementScene voiced;
    private final Stories stories;
    private final Consents consents;
    private final JdbcClient jdbc;

    Worlds(
            Somebody somebody,
            Acquaintances acquaintances,
            ConversationScene scene,
            OfferScene offered,
            Needs needs,
            Threads threads,
            Promises promises,
            Touches touches,
            Assumptions assumptions,
            Hunches hunches,
            HandOvers handOvers,
            Absences absences,
            Invitations invitations,
            ContactImports contactFiles,
            ConversationImports transcripts,
            OwnFields ownFields,
            Themes themes,
            TendedThemes tendedThemes,
            Notes notes,
            Steps steps,
            ChosenTalks chosen,
            OneToOnes oneToOnes,
            Materials materials,
            MaterialDrafts drafts,
            MaterialCauses causes,
            StatementScene voiced,
            Stories stories,
            Consents consents,
            JdbcClient jdbc) {
        this.somebody = somebody;
        this.acquaintances = acquaintances;
        this.scene = scene;
        this.offered = offered;
        this.needs = needs;
        this.threads = threads;
        this.promises = promises;
        this.touches = touches;
        this.assumptions = assumptions;
        this.hunches = hunches;
        this.handOvers = handOvers;
        this.absences = absences;
        this.invitations = invitations;
        this.contactFiles = contactFiles;
        this.transcripts = transcripts;
        this.ownFields = ownFields;
        this.themes = themes;
        this.tendedThemes = tendedThemes;
        this.notes = notes;
        this.steps = steps;
        this.chosen = chosen;
        this.oneToOnes = oneToOnes;
        this.materials = materials;
        this.drafts = drafts;
        this.causes = causes;
        this.voiced = voiced;
        this.stories = stories;
        this.consents = consents;
        this.jdbc = jdbc;
    }

    /** Everything there is once, or that many times. */
    public World of(int size) {
        TeamId team = somebody.aTeam();
        Viewer anna = somebody.whoSells(team);
        Viewer manager = somebody.whoLeads(team);
        Viewer admin = somebody.whoAdministers();
        Viewer decider = somebody.whoDecides();
        Map<String, String> places = new HashMap<>();
        put(places, "seller", anna.uuid());
        put(places, "manager", manager.uuid());
        put(places, "team", team.value());
        ContactId helen = customers(anna, size, places);
        house(new World(anna, manager, admin, decider, helen, places), team, size);
        files(anna, size, places);
        themed(anna, admin, size, places);
        library(anna, helen, size, places);
        told(anna, helen, size, places);
        heardByTheme(anna, helen, size, places);
        configured(size, places);
        coached(anna, manager, size, places);
        voiced(anna, helen, size, places);
        voiced.answersFor(Addressee.PRODUCT, decider);
        return new World(anna, manager, admin, decider, helen, Map.copyOf(places));
    }

    private static void put(Map<String, String> places, String name, UUID id) {
        places.put(name, id.toString());
    }

    private ContactId customers(Viewer anna, int size, Map<String, String> places) {
        String company = "Kessler " + Ids.next();
        List<ContactId> people = new ArrayList<>();
        for (int n = 0; n <= size; n++) {
            people.add(acquaintances.of(
                    anna,
                    ContactDetails.named("Helen", "Brandt " + n).at(company).tagged("tag" + n)));
        }
        ContactId helen = people.get(0);
        put(places, "contact", helen.value());
        put(places, "twin", people.get(1).value());
        put(
                places,
                "company",
                jdbc.sql("select id from company where name = :name")
                        .param("name", company)
                        .query(UUID.class)
                        .single());
        talk(anna, people, size, places);
        UUID together = Ids.next();
        put(places, "together", together);
        for (int n = 0; n < size; n++) {
            UUID touch = Ids.next();
            Given given = new Given(null, null, null, null, together);
            touches.note(
                    anna,
                    new NoteTouch(touch, people.get(n), TouchKind.GREETING, false, "Good new year " + n, null, given));
            touches.note(anna, new NoteTouch(Ids.next(), helen, TouchKind.MATERIAL, false, "The checklist " + n, null));
            put(places, "touch", touch);
        }
        offers(anna, helen, people.get(1), size, places);
        return helen;
    }

    private void talk(Viewer anna, List<ContactId> people, int size, Map<String, String> places) {
        ContactId helen = people.get(0);
        ConversationId talk = scene.begun(
                anna, people.subList(0, Math.min(size, PARTICIPANTS)).toArray(ContactId[]::new));
        put(places, "talk", talk.value());
        for (int n = 0; n < size; n++) {
            TurnId said = scene.heard(
                    anna, talk, helen, "Of " + n + " surcharges, who bills them?", Mark.THEIR_QUESTION, Mark.PERSONAL);
            scene.asked(anna, talk, "What happens to surcharge " + n + "?", said);
            TurnId answer = scene.heard(anna, talk, helen, "Number " + n + " is forgotten.");
            threads.open(anna, Ids.next(), answer, null);
            PromiseId promise = new PromiseId(Ids.next());
            promises.make(
                    anna,
                    MakePromise.ours(
                            promise,
                            people.get(n),
                            "Send list " + n,
                            LocalDate.now().plusDays(1)));
            assumptions.make(anna, Ids.next(), helen, "The delay starts in dispatch, part " + n);
            hunches.have(anna, Ids.next(), helen, "Let the drivers speak, part " + n);
            places.putIfAbsent("promise", promise.value().toString());
            places.putIfAbsent("turn", said.value().toString());
            if (n < NEEDS) {
                NeedId need = noted(anna, answer, n);
                places.putIfAbsent("need", need.value().toString());
            }
        }
    }

    private NeedId noted(Viewer viewer, TurnId heard, int number) {
        NeedId need = new NeedId(Ids.next());
        String title = "Surcharge " + number + " goes unbilled";
        return needs.note(
                viewer, new NoteNeed(need, heard, NeedKind.PROBLEM, title, null, Set.of(PersonRole.HAS_PROBLEM)));
    }

    private void offers(Viewer anna, ContactId helen, ContactId petra, int size, Map<String, String> places) {
        for (int n = 0; n < Math.min(size, OFFERS); n++) {
            OfferId sent = offered.sent(offered.complete(anna, helen, petra));
            places.putIfAbsent("offer", sent.value().toString());
        }
        OfferScene.Story more = offered.complete(anna);
        put(places, "draft", offered.recorded(offered.complete(anna)).value());
        put(places, "accepted", offered.accepted(more).value());
    }

    /** What admins and managers see of somebody. */
    private void house(World world, TeamId team, int size) {
        Viewer anna = world.seller();
        Map<String, String> places = world.places();
        Viewer ben = somebody.whoSells(team);
        LocalDate soon = LocalDate.now().plusDays(3);
        UUID absence = Ids.next();
        absences.arrange(anna, new GoAway(absence, anna.id(), ben.id(), soon, soon.plusDays(2)));
        put(places, "absence", absence);
        Viewer left = somebody.whoSells(team);
        for (int n = 0; n < size; n++) {
            offered.begun(left);
        }
        UUID handOver = Ids.next();
        handOvers.giveAll(world.manager(), HandOver.ofAll(handOver, left.id(), anna.id(), "They moved to Lisbon"));
        put(places, "handOver", handOver);
        Viewer invited = somebody.whoSells(team);
        places.put("secret", invitations.invite(world.admin(), invited.id()));
    }

    private void files(Viewer anna, int size, Map<String, String> places) {
        StringBuilder table = new StringBuilder("First name,Last name,E-mail\n");
        StringBuilder spoken = new StringBuilder();
        for (int n = 0; n < size; n++) {
            table.append("Rosa,Okafor %d,rosa-%s@attune.example\n".formatted(n, Ids.next()));
        }
        for (int n = 0; n < size + 2; n++) { // who speaks once is no speaker
            spoken.append("Maria: Number %d is forgotten.\nSales Rep: Which?\n".formatted(n));
        }
        UUID waiting = Ids.next();
        contactFiles.handOver(anna, waiting, "rosas.csv", bytes(table + "Ola,Berg,\n"), "DE");
        put(places, "contactsFile", waiting);
        UUID taken = Ids.next();
        contactFiles.handOver(anna, taken, "more.csv", bytes(table + ",,\n"), "DE");
        put(places, "run", contactFiles.take(anna, taken));
        UUID transcript = Ids.next();
        transcripts.handOver(anna, transcript, "call.txt", bytes(spoken.toString()));
        put(places, "transcript", transcript);
    }

    /** One theme that others became part of, and one it could become part of. */
    private void themed(Viewer anna, Viewer admin, int size, Map<String, String> places) {
        TurnId turn = new TurnId(UUID.fromString(places.get("turn")));
        UUID stays = themed(anna, turn);
        for (int n = 0; n < size; n++) {
            tendedThemes.merge(admin, new MergeThemes(Ids.next(), themed(anna, turn), stays));
        }
        put(places, "theme", stays);
        put(places, "otherTheme", themed(anna, turn));
    }

    /** A material with that many versions, a draft with a file, and others beside it. */
    private void told(Viewer anna, ContactId helen, int size, Map<String, String> places) {
        List<UUID> said = stories.picks(anna, helen, null).stream()
                .map(HeardWordsView::turn)
                .limit(3)
                .toList();
        for (int n = 0; n < size; n++) {
            StoryId id = new StoryId(Ids.next());
            StoryWords words = new StoryWords(
                    "Month end " + n, "Twice", "One list", "Best in 4 hours a week!", "en", "surcharges", List.of());
            stories.write(anna, new WriteStory(id, helen, null, words, said));
            consents.note(
                    anna,
                    new NoteConsent(
                            Ids.next(),
                            id,
                            Scope.WRITTEN,
                            false,
                            LocalDate.now().minusDays(2),
                            null,
                            "By letter",
                            null));
            places.putIfAbsent("story", id.value().toString());
        }
    }

    private void library(Viewer anna, ContactId helen, int size, Map<String, String> places) {
        ConversationId talk = new ConversationId(UUID.fromString(places.get("talk")));
        TurnId turn = scene.heard(anna, talk, helen, "Every surcharge is typed twice.");
        MaterialDetails details = new MaterialDetails(
                "What it costs", "They can count it", "like", Step.COUNT_THE_COST, "en", "surcharges", List.of());
        MaterialContent content = new MaterialContent("# Count\n\nIt *adds* up.", "https://example.org/count", "New.");
        MaterialId material = new MaterialId(Ids.next());
        for (int n = 0; n < size; n++) {
            materials.write(anna, new WriteMaterial(new MaterialId(Ids.next()), details, content));
        }
        VersionView draft = Objects.requireNonNull(materials
                .write(anna, new WriteMaterial(material, details, content))
                .draft());
        for (int n = 0; n < size; n++) {
            causes.name(anna, draft.id(), turn);
            drafts.publish(anna, material, draft.id(), draft.version());
            MaterialVersionId next = new MaterialVersionId(Ids.next());
            drafts.write(anna, new WriteDraft(next, material, content, null));
            draft = materials.version(anna, next);
        }
        drafts.attach(anna, material, draft.id(), new NewFile(Ids.next(), "count.csv", bytes("month,hours\nMay,14\n")));
        put(places, "material", material.value());
        put(places, "edition", draft.id().value());
    }

    private UUID themed(Viewer anna, TurnId turn) {
        return themes.add(anna, turn, "Weighbridge " + Ids.next().toString().substring(24))
                .id();
    }

    /** What may stand in the voice of the customer, and how a material landed. */
    private void heardByTheme(Viewer anna, ContactId helen, int size, Map<String, String> places) {
        ConversationId talk = scene.begun(anna, helen);
        UUID version = aMaterial(anna);
        put(places, "givenMaterial", version);
        String gate = "Gate " + version.toString().substring(24);
        for (int n = 0; n < size; n++) {
            TurnId about = scene.heard(anna, talk, helen, "The lorry waits at the gate, number " + n);
            put(places, "voicedTheme", themes.add(anna, about, gate).id());
            put(
                    places,
                    "unthemed",
                    scene.heard(anna, talk, helen, "Nobody counts the hours, number " + n)
                            .value());
            TurnId asked = scene.heard(anna, talk, helen, "What does number " + n + " cost?", Mark.THEIR_QUESTION);
            scene.responded(anna, talk, "We do not know yet what number " + n + " costs.", asked);
            put(
                    places,
                    "reaction",
                    scene.heard(anna, talk, helen, "That is good to hear.", Mark.REACTION)
                            .value());
            jdbc.sql("""
                            insert into touch (id, contact_id, team_id, kind, hat, reaction, reaction_words, happened_at, noted_by,
                                   material_version_id)
                            select uuidv7(), c.id, c.team_id, 'material', 'marketing', 'good', 'I printed it', now(), c.owner_id, :version
                              from contact c where c.id = :contact""")
                    .param("version", version)
                    .param("contact", helen.value())
                    .update();
        }
    }

    private UUID aMaterial(Viewer anna) {
        UUID material = Ids.next();
        UUID version = Ids.next();
        jdbc.sql(
                        "insert into material (id, title, purpose, written_by) values (:id, 'A checklist', 'See what waits', :by)")
                .param("id", material)
                .param("by", anna.uuid())
                .update();
        jdbc.sql("""
                        insert into material_version (id, material_id, number, body, written_by, published_at)
                        values (:id, :material, 1, 'Count the hours.', :by, now())""")
                .param("id", version)
                .param("material", material)
                .param("by", anna.uuid())
                .update();
        return version;
    }

    /** A field that is not asked for any more, or it would be on everybody's forms, and a question that came with Attune. */
    private void configured(int size, Map<String, String> places) {
        String[] names =
                IntStream.rangeClosed(1, size).mapToObj(n -> "Choice " + n).toArray(String[]::new);
        Field field = ownFields.choosing(Holder.COMPANY, FieldKind.CHOICE, names);
        put(places, "field", field.id());
        put(places, "choice", field.choices().get(0).id());
        ownFields.areAskedForNoMore();
        UUID question = jdbc.sql("select id from question order by id limit 1")
                .query(UUID.class)
                .single();
        put(places, "question", question);
    }

    /** What two people wrote down, and what one of them wants to talk about. */
    private void coached(Viewer anna, Viewer manager, int size, Map<String, String> places) {
        for (int n = 0; n < size; n++) {
            UUID note = Ids.next();
            notes.write(anna, new WriteNote(note, anna.id(), manager.id(), "It was hard to be quiet."));
            places.putIfAbsent("oneToOneNote", note.toString());
            LocalDate soon = LocalDate.now().plusDays(2);
            steps.agree(manager, new AgreeStep(Ids.next(), anna.id(), manager.id(), "Ask once more", soon));
            chosen.choose(anna, scene.begun(anna, acquaintances.of(anna)), false);
            oneToOnes.look(manager, anna.id(), null);
        }
    }

    /** Answered, told to some and not to others. */
    private void voiced(Viewer anna, ContactId helen, int size, Map<String, String> places) {
        for (int n = 0; n < size; n++) {
            UUID statement = voiced.put(anna, helen);
            UUID answer = voiced.answered(anna, statement);
            places.putIfAbsent("statement", statement.toString());
            if (n > 0) {
                voiced.told(anna, statement, answer, helen);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
