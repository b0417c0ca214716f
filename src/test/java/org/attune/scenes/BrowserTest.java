package org.attune.scenes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.attune.AttuneTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.TestConstructor;

/**
 * A scene played in a real browser against the running application. Tests take a {@link Visitor} for each person in it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AttuneTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ExtendWith(Visits.class)
@interface BrowserTest {}
