package org.attune.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock of the demo, in place of the ordinary one. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoTime {

    @Bean
    TravellingClock clock() {
        return new TravellingClock();
    }
}
