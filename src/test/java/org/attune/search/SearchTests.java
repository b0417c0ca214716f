package org.attune.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.Visibility;
import org.attune.library.MaterialContent;
import org.attune.library.MaterialDetails;
import org.attune.library.MaterialDrafts;
import org.attune.library.MaterialId;
import org.attune.library.MaterialView;
import org.attune.library.Materials;
import org.attune.library.VersionView;
import org.attune.library.WriteMaterial;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.EmailLine;
import org.attune.people.InSight;
import org.attune.people.NewContact;
import org.attune.people.PhoneLine;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class SearchTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Searches searches;

    @Autowired
    private TalksInSight talks;

    @Autowired
    private Materials materials;

    @Autowired
    private MaterialDrafts drafts;

    @Autowired
    private PeopleSearch people;

    @Autowired
    private NameSearch names;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Viewer anna;
    private ContactId helen;
    private ConversationId talk;

    @BeforeEach
    void somebodyIsKnownAndWasHeard() {
        anna = somebody.whoSells();
        helen = contacts.add(
                anna,
                NewContact.of(
                        new ContactId(Ids.next()),
                        ContactDetails.named("Helén", "Brandtner")
                                .at("Umzüge " + unique())
                                .with(EmailLine.work("helen." + unique() + "@attune.example"))
                                .with(PhoneLine.work("+49 30 901820"))));
        talk = scene.begun(anna, helen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Helén Brandtner",
                "helen",
                "brandtner",
                "Hellen Brantner",
                "brantner",
                "HELEN BR",
                "030 9018",
                "+4930901820"
            })
    void findsSomebodyByWhatOneRemembersOfThem(String typed) {
        assertThat(hits(anna, typed, Group.PEOPLE)).extracting(Hit::href).containsExactly("/contacts/" + helen.value());
    }

    @Test
    void findsSomebodyByAPartOfTheirAddress() {
        assertThat(hits(anna, "." + unique() + "@att", Group.PEOPLE)).hasSize(1);
    }

    @Test
    void findsCompaniesWhoeverKnowsTheirPeople() {
        assertThat(hits(somebody.whoSells(), "umzuge " + unique(), Group.COMPANIES))
                .extracting(Hit::title)
                .contains("Umzüge " + unique());
    }

    @Test
    void findsNeedsByTheirTitleWithTheirPeople() {
        UUID need = Ids.next();
        jdbc.sql("""
                        insert into need (id, title, noted_by, team_id)
                        select :id, 'Invoices take three days', id, team_id from app_user where id = :anna""").param("id", need).param("anna", anna.uuid()).update();
        jdbc.sql("insert into need_person (need_id, contact_id, has_problem) values (:need, :helen, true)")
                .param("need", need)
                .param("helen", helen.value())
                .update();

        assertThat(hits(anna, "invoces", Group.NEEDS))
                .singleElement()
                .satisfies(hit -> assertThat(hit.href()).isEqualTo("/needs/" + need))
                .satisfies(hit -> assertThat(hit.about()).isEqualTo("Helén Brandtner"));
        assertThat(hits(somebody.whoSells(), "invoices", Group.NEEDS)).isEmpty();
    }

    @Test
    void findsOnesOwnNeedsHoweverManyNewerOnesOthersHaveOfTheSameName() {
        Viewer other = somebody.whoSells();
        UUID need = Ids.next();
        needs(anna, 1, "Quarrelsome gussets", helen, need);
        ContactId theirs =
                contacts.add(other, NewContact.of(new ContactId(Ids.next()), ContactDetails.named("Olga", "Stein")));
        needs(other, NameSearch.MOST + 1, "Quarrelsome gussets", theirs, null);

        assertThat(hits(anna, "gussets", Group.NEEDS)).extracting(Hit::href).containsExactly("/needs/" + need);
    }

    @Test
    void findsSomebodyByTheirAddressWhateverElseIsCalledSo() {
        needs(anna, 1, "Zwieselbach has no list", helen, null);
        ContactId otto = new ContactId(Ids.next());
        contacts.add(
                anna,
                NewContact.of(
                        otto,
                        ContactDetails.named("Otto", "Stein")
                                .with(EmailLine.work("o@zwieselbach" + unique() + ".example"))));

        assertThat(searches.page(anna, "zwieselbach").parts())
                .extracting(Found.Part::group)
                .containsExactly(Group.PEOPLE, Group.NEEDS);
    }

    private void needs(Viewer by, int many, String title, ContactId of, @Nullable UUID id) {
        jdbc.sql("""
                        with noted as (
                          insert into need (id, title, noted_by, team_id)
                          select coalesce(:id, uuidv7()), :title, u.id, u.team_id from app_user u, generate_series(1, :many) where u.id = :by
                          returning id)
                        insert into need_person (need_id, contact_id, has_problem) select id, :of, true from noted""")
                .param("id", id)
                .param("title", title)
                .param("many", many)
                .param("by", by.uuid())
                .param("of", of.value())
                .update();
    }

    @Test
    void findsMaterialsByWhatTheySay() {
        MaterialId id = new MaterialId(Ids.next());
        MaterialDetails details = new MaterialDetails(
                "Counting " + unique(), "They can count it", null, null, "en", "typing wechselkurse twice", List.of());
        MaterialView written = materials.write(
                anna,
                new WriteMaterial(id, details, new MaterialContent("One zimtstrich a day " + unique(), null, null)));
        Viewer stranger = somebody.whoSells();
        assertThat(hits(stranger, "Counting " + unique(), Group.MATERIALS)).isEmpty();
        VersionView draft = Objects.requireNonNull(written.draft());
        drafts.publish(anna, id, draft.id(), draft.version());
        for (String typed : List.of("countng " + unique(), "zimtstrich " + unique())) {
            assertThat(hits(stranger, typed, Group.MATERIALS))
                    .as(typed)
                    .extracting(Hit::href)
                    .contains(written.path());
        }
        assertThat(hits(stranger, "wechselkurse", Group.MATERIALS)).isNotEmpty();
        assertThat(hits(somebody.whoAdministers(), "zimtstrich", Group.MATERIALS))
                .isEmpty();
    }

    @Test
    void findsStoriesOfTheTeamAndWhatOthersMayTell() {
        String title = "Eleven days " + unique();
        jdbc.sql("""
                        insert into story (id, title, contact_id, team_id, written_by)
                        select :id, :title, c.id, c.team_id, :by from contact c where c.id = :contact""")
                .param("id", Ids.next())
                .param("title", title)
                .param("contact", helen.value())
                .param("by", anna.uuid())
                .update();
        assertThat(hits(anna, title, Group.STORIES)).extracting(Hit::title).contains(title);
        assertThat(hits(somebody.whoSells(), title, Group.STORIES))
                .extracting(Hit::title)
                .doesNotContain(title);
    }

    @Test
    void findsWhatWasSaidExactlyAsItStands() {
        scene.heard(anna, talk, helen, "I mind paying for help that ends in a folder.");
        scene.asked(anna, talk, "What happened to the folder?");

        List<Hit> said = hits(anna, "fold", Group.WORDS);

        assertThat(said).extracting(Hit::href).containsExactlyInAnyOrder(at(1), at(2));
        Hit heard = said.stream().filter(Hit::quoted).findFirst().orElseThrow();
        assertThat(heard.about()).isEqualTo("Helén Brandtner");
        assertThat(heard.said()).isNotNull();
        assertThat(heard.said().text()).isEqualTo("I mind paying for help that ends in a folder.");
        assertThat(hits(anna, "\"ends in a folder\"", Group.WORDS)).hasSize(1);
        assertThat(hits(anna, "folder -help", Group.WORDS)).hasSize(1);
        assertThat(hits(anna, "paying folder", Group.WORDS)).hasSize(1);
    }

    @Test
    void whatIsPersonalIsNotFound() {
        scene.heard(anna, talk, helen, "My knee operation is in May", Mark.PERSONAL);

        assertThat(hits(anna, "operation", Group.WORDS)).isEmpty();
    }

    @Test
    void whatIsPrivateOrSensitiveIsFoundByWhomItIsFor() {
        Viewer ben = somebody.whoSells();
        ContactId petra = scene.contactOf(anna, "Petra", "Kühn");
        scene.companion(petra, ben);
        ConversationId alone = scene.begun(anna, Visibility.PRIVATE, petra);
        scene.heard(anna, alone, petra, "We are for sale");

        assertThat(hits(ben, "sale", Group.WORDS)).isEmpty();
        assertThat(hits(anna, "sale", Group.WORDS)).hasSize(1);
    }

    @Test
    void anotherTeamFindsNothingOfItOnThePageOrInThePalette() {
        scene.heard(anna, talk, helen, "Zimtschnecken in the kitchen");
        Viewer stranger = somebody.whoSells();

        assertThat(hits(stranger, "brandtner", Group.PEOPLE)).isEmpty();
        assertThat(hits(stranger, "030 901820", Group.PEOPLE)).isEmpty();
        assertThat(hits(stranger, "helen." + unique(), Group.PEOPLE)).isEmpty();
        assertThat(hits(stranger, "zimtschnecken", Group.WORDS)).isEmpty();
        assertThat(page(stranger, "zimtschnecken")).bodyText().doesNotContain("kitchen", "Brandtner");
        assertThat(palette(stranger, "zimtschnecken")).bodyText().doesNotContain("kitchen", "Brandtner");
        assertThat(palette(stranger, "brandtner"))
                .bodyText()
                .doesNotContain(helen.value().toString());
        assertThat(page(somebody.whoAdministers(), "brandtner")).hasStatus(404);
    }

    @Test
    void showsAPageAndAFewWhileSomebodyTypes() {
        scene.heard(anna, talk, helen, "Zimtschnecken <b>in</b> the kitchen");

        assertThat(page(anna, "zimt"))
                .hasStatusOk()
                .bodyText()
                .contains("<html", "<mark>Zimt</mark>schnecken &lt;b&gt;in&lt;/b&gt; the kitchen", at(1));
        assertThat(palette(anna, "zimt"))
                .hasStatusOk()
                .bodyText()
                .contains("<mark>Zimt</mark>schnecken", at(1))
                .doesNotContain("<html");
        assertThat(palette(anna, "z")).hasStatusOk().bodyText().contains("Two letters");
    }

    @Test
    void pagesThroughManyWithoutLosingAny() {
        for (int n = 0; n < 45; n++) {
            scene.contactOf(anna, "Xaver", "Wimmerl");
            scene.heard(anna, talk, helen, "Wimmerl number " + n);
        }
        assertThat(searches.glance(anna, "wimmerl").parts())
                .allSatisfy(part -> assertThat(part.hits().items()).hasSize(5));

        assertThat(everything("wimmerl", Group.PEOPLE)).hasSize(45).doesNotHaveDuplicates();
        assertThat(everything("wimmerl", Group.WORDS)).hasSize(45).doesNotHaveDuplicates();
        assertThat(page(anna, "wimmerl")).bodyText().contains("More people", "group=PEOPLE");
        assertThatExceptionOfType(NotSeen.class)
                .isThrownBy(() -> searches.page(anna, "wimmerl", Group.PEOPLE, "nonsense"));
    }

    /** What everybody says is not looked up: it is read for in the latest conversations, and finds the same. */
    @Test
    void findsWhatIsSaidAllTheTimeInTheLatestConversationsFirst() {
        scene.heard(anna, talk, helen, "We count the beans.");
        ConversationId later = scene.begun(anna, helen);
        jdbc.sql("update conversation set happened_at = now() - interval '40 days' where id = ?")
                .param(talk.value())
                .update();
        scene.heard(anna, later, helen, "The beans again.");

        List<String> latestFirst =
                List.of("/conversations/" + later.value() + "#t1", "/conversations/" + talk.value() + "#t1");
        assertThat(hits(anna, "beans", Group.WORDS)).extracting(Hit::href).isEqualTo(latestFirst);
        assertThat(reading(anna, 2_000, null).items()).extracting(Hit::href).isEqualTo(latestFirst);
        assertThat(reading(somebody.whoSells(), 2_000, null).items()).isEmpty();

        Hits first = reading(anna, 1, null);
        assertThat(first.stop()).isEqualTo(Hits.Stop.READ_SO_FAR);
        assertThat(first.items()).extracting(Hit::href).containsExactly(latestFirst.get(0));
        assertThat(reading(anna, 1, first.next()).items()).extracting(Hit::href).containsExactly(latestFirst.get(1));
    }

    private Hits reading(Viewer viewer, int talks, @Nullable String after) {
        return new WordSearch(jdbc, 0, talks)
                .find(viewer, InSight.of(jdbc, viewer), Query.of("beans"), 20, after, null);
    }

    @Test
    void aWordThatIsSaidAllTheTimeIsSpeltRight() {
        scene.heard(anna, talk, helen, "Hellen Brantner");
        assertThat(hits(anna, "Hellen Brantner", Group.PEOPLE)).hasSize(1);
        Searches strict = new Searches(people, names, new WordSearch(jdbc, 0, 10));
        assertThat(strict.page(anna, "Hellen Brantner", Group.PEOPLE, null).isEmpty())
                .isTrue();
        assertThat(new WordSearch(jdbc, 0, 10).lookUp(Query.of("brantner"))).isNull();
        assertThat(new WordSearch(jdbc, 0, 10).lookUp(Query.of("zqxjkv"))).isNotNull();
    }

    @Test
    void whereSomethingIsCalledWhatWasTypedNothingMerelyLikeItIsShown() {
        String lena = "Quillfeather";
        contacts.add(anna, NewContact.of(new ContactId(Ids.next()), ContactDetails.named("Lena", lena)));
        ContactId like = new ContactId(Ids.next());
        contacts.add(
                anna, NewContact.of(like, ContactDetails.named("Jo", "Amble").at("Quilfeathers")));

        assertThat(searches.page(anna, lena).parts()).singleElement().satisfies(part -> {
            assertThat(part.group()).isEqualTo(Group.PEOPLE);
            assertThat(part.hits().items()).extracting(Hit::title).containsExactly("Lena " + lena);
        });
        assertThat(searches.page(anna, "Quilfeeather").parts())
                .extracting(Found.Part::group)
                .containsExactly(Group.PEOPLE, Group.COMPANIES);
    }

    @Test
    void whatWasSaidGoesWithTheContact() {
        scene.heard(anna, talk, helen, "Lebkuchen in April");
        Viewer carla = somebody.whoSells();
        jdbc.sql("update contact set owner_id = ?, team_id = (select team_id from app_user where id = ?) where id = ?")
                .params(carla.uuid(), carla.uuid(), helen.value())
                .update();

        assertThat(hits(carla, "lebkuchen", Group.WORDS)).hasSize(1);
        assertThat(jdbc.sql("select owner_id from contact_talk where contact_id = ?")
                        .param(helen.value())
                        .query(UUID.class)
                        .list())
                .containsOnly(carla.uuid());
    }

    @Test
    void talksInSightAreTheSameWhetherKeptUpOrRebuilt() {
        jdbc.sql("delete from contact_talk where conversation_id = ?")
                .param(talk.value())
                .update();
        assertThat(sightOfTalk()).isEmpty();
        talks.rebuildAll();
        List<String> rebuilt = sightOfTalk();
        assertThat(rebuilt).hasSize(1);
        ConversationId another = scene.begun(anna, helen);
        assertThat(jdbc.sql("select count(*) from contact_talk where conversation_id = ?")
                        .param(another.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("update conversation set happened_at = happened_at - interval '1 day' where id = ?")
                .param(talk.value())
                .update();
        assertThat(sightOfTalk()).hasSize(1).doesNotContainAnyElementsOf(rebuilt);
        List<String> kept = sightOfTalk();
        assertThat(talks.rebuildAll()).isZero();
        assertThat(sightOfTalk()).isEqualTo(kept);
    }

    private List<String> sightOfTalk() {
        return jdbc.sql(
                        "select owner_id || ' ' || team_id || ' ' || happened_at from contact_talk where conversation_id = ?")
                .param(talk.value())
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "%", "__", "%%%%", "'; drop table contact; --", "\"", "\"open quote", "a & | ! <-> b", "-",
                        "-x", "or or",
                "\\", "\\\\%", "🙂🙂", "naïve 🙂", "<script>", "':*", "to:", "(((", "İ ß ﬁ", "x@y", "@@@", "0000 000"
            })
    void standsWhateverIsTyped(String typed) {
        assertThat(page(anna, typed)).hasStatusOk();
        assertThat(palette(anna, typed)).hasStatusOk();
        for (Group group : Group.values()) {
            assertThat(searches.page(anna, typed, group, null).parts().size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void fiveHundredLettersAreCut() {
        assertThat(page(anna, "long ".repeat(100))).hasStatusOk();
        assertThat(page(anna, "x".repeat(500))).hasStatusOk();
        assertThat(page(anna, "percent % ".repeat(50).toUpperCase(Locale.ROOT))).hasStatusOk();
    }

    private List<String> everything(String typed, Group group) {
        List<String> found = new java.util.ArrayList<>();
        String after = null;
        do {
            Found page = searches.page(anna, typed, group, after);
            var hits = page.parts().get(0).hits();
            hits.items().forEach(hit -> found.add(hit.href()));
            after = hits.next();
        } while (after != null);
        return found;
    }

    private List<Hit> hits(Viewer viewer, String typed, Group group) {
        return searches.page(viewer, typed, group, null).parts().stream()
                .flatMap(part -> part.hits().items().stream())
                .toList();
    }

    private MvcTestResult page(Viewer viewer, String typed) {
        return mvc.get()
                .uri("/search")
                .param("q", typed)
                .with(Somebody.signedIn(viewer))
                .exchange();
    }

    private MvcTestResult palette(Viewer viewer, String typed) {
        return mvc.get()
                .uri("/search")
                .param("q", typed)
                .header("HX-Request", "true")
                .header("HX-Target", "palette-found")
                .with(Somebody.signedIn(viewer))
                .exchange();
    }

    private String at(int seq) {
        return "/conversations/" + talk.value() + "#t" + seq;
    }

    private String unique() {
        return anna.uuid().toString().substring(24);
    }
}
