package org.attune.platform.replica;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts {@link EitherDatabase} where everybody else expects the primary. */
final class EitherDatabaseEverywhere implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource primary ? new EitherDatabase(primary) : bean;
    }
}
