package org.attune.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/**
 * Passwords that are kept in no time, since the tests sign in hundreds of times. What is started as a whole process keeps them
 * as Attune does; that this is hard enough is said in {@link PasswordHashesTests}.
 */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class QuickHashes {

    @Bean
    @Primary
    static PasswordHashes quick() {
        return new PasswordHashes(64, 1);
    }
}
