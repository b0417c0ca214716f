package org.attune;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.attune.access.OpenIdServer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with all of Attune around it, listening on a port of its own. Every such test shares one context, which takes
 * long to start: add no properties, mocks or beans to a single test. {@code MockMvcTester}, {@code @LocalServerPort} and
 * the front doors can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ContextConfiguration(initializers = AttuneTest.OnTestDatabase.class)
public @interface AttuneTest {

    /** Points the application at the tests' database. */
    class OnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.outlives(context);
            var owner = TestDatabase.shared().owner();
            TestPropertyValues.of(
                            "attune.database.url=" + owner.url(),
                            "attune.database.username=" + owner.username(),
                            "attune.database.password=" + owner.password(),
                            "attune.single-sign-on.issuer=" + OpenIdServer.issuer(),
                            "attune.single-sign-on.client-secret=of nobody's",
                            "attune.single-sign-on.name=Nordwind")
                    .applyTo(context);
        }
    }
}
