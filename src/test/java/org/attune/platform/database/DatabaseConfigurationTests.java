package org.attune.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DatabaseConfigurationTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void usesTheExternalDatabaseThatIsSet() {
        var owner = serverAt("jdbc:postgresql://host/attune", "owner").owner();

        assertThat(owner).isEqualTo(new DatabaseLogin("jdbc:postgresql://host/attune", "owner", "secret"));
        assertThat(owner).asString().doesNotContain("secret");
    }

    @Test
    void theDemoRefusesAnExternalDatabase() {
        environment.setActiveProfiles("demo");

        assertThatThrownBy(() -> serverAt("jdbc:postgresql://host/attune", "owner"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("The demo");
    }

    @Test
    void saysWhatAnAddressLooksLike() {
        assertThatThrownBy(() -> serverAt("postgres://host/attune", "owner").owner())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("does not begin with jdbc:postgresql:");
    }

    @Test
    void asksWhoToSignInAs() {
        assertThatThrownBy(() -> serverAt("jdbc:postgresql://host/attune", null).owner())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("nobody to sign in as");
    }

    @Test
    void showsTheSentenceAndWhatHelpsInsteadOfAStackTrace() {
        var failure = new RuntimeException("wrapped", new DatabaseUnavailable("This is wrong.", "Do that."));

        var analysis = new DatabaseFailureAnalyzer().analyze(failure);

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("This is wrong.");
        assertThat(analysis.getAction()).isEqualTo("Do that.");
    }

    private DatabaseServer serverAt(String url, @Nullable String username) {
        var properties = new DatabaseProperties(url, username, "secret", "attune_app", null, 0);
        return new DatabaseConfiguration().databaseServer(properties, "unused", environment);
    }
}
