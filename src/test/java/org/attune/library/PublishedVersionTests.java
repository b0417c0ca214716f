package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was published stays, whatever the application is told to do; what is a draft is not everybody's. */
@AttuneTest
class PublishedVersionTests {

    @Autowired
    private Materials materials;

    @Autowired
    private MaterialDrafts drafts;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private MaterialId material;
    private MaterialVersionId version;

    @BeforeEach
    void somethingIsWritten() {
        anna = somebody.whoSells();
        material = new MaterialId(Ids.next());
        MaterialView written =
                materials.write(anna, new WriteMaterial(material, aDetails("Counting twice"), says("Count.")));
        version = Objects.requireNonNull(written.draft()).id();
    }

    static MaterialDetails aDetails(String title) {
        return new MaterialDetails(
                title, "What double entry costs", "like", Step.COUNT_THE_COST, "en", "double entry", List.of());
    }

    static MaterialContent says(String body) {
        return new MaterialContent(body, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update material_version set body = 'Buy now' where id = :id",
                "update material_version set url = 'https://elsewhere.example' where id = :id",
                "update material_version set published_at = null where id = :id",
                "update material_version set file_id = null, news = 'x' where id = :id",
                "delete from material_version where id = :id",
            })
    void isOutOfReachOncePublished(String statement) {
        drafts.publish(anna, material, version, 0);
        assertThat(jdbc.sql(statement).param("id", version.value()).update()).isZero();
        assertThat(materials.given(version).body()).isEqualTo("Count.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update material_version set number = 7 where id = :id",
                "update material_version set written_by = written_by where id = :id",
                "update material_version set material_id = material_id where id = :id",
                "alter table material_version disable row level security",
                "truncate material_version cascade",
                "update library_file set name = 'x'",
                "update material_cause set turn_id = turn_id",
            })
    void cannotBeMadeAnotherOne(String statement) {
        assertThatThrownBy(
                        () -> jdbc.sql(statement).param("id", version.value()).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void isSeenAsDraftByItsAuthorAndManagersAndByEverybodyOncePublished() {
        Viewer ben = somebody.whoSells();
        Viewer ruth = somebody.whoLeads();
        assertThat(materials.find(anna, material).draft()).isNotNull();
        assertThat(materials.find(ruth, material).draft()).isNotNull();
        assertThatThrownBy(() -> materials.find(ben, material)).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> materials.given(version)).isInstanceOf(NotSeen.class);

        drafts.publish(anna, material, version, 0);
        assertThat(materials.find(ben, material).newest()).isNotNull();
        assertThatThrownBy(() -> materials.find(somebody.whoAdministers(), material))
                .isInstanceOf(NotSeen.class);

        drafts.write(anna, new WriteDraft(new MaterialVersionId(Ids.next()), material, says("Count twice."), null));
        MaterialView forBen = materials.find(ben, material);
        assertThat(forBen.draft()).isNull();
        assertThat(forBen.drafting()).isEqualTo(anna.name());
        assertThat(materials.choices(ben))
                .filteredOn(one -> one.material().equals(material))
                .extracting(MaterialChoice::version)
                .containsExactly(version);
    }
}
