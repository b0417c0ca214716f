package org.attune.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one clock everything asks; tests of rules bring their own, and so does the demo, which plays what is long ago. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
class TimeSource {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
