package org.attune.platform.replica;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.attune.platform.database.ApplicationRole;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Only where a replica is named; without one nothing of this is there, and no page pays for it. */
@Configuration(proxyBeanMethods = false)
@Conditional(ReplicaNamed.class)
@EnableConfigurationProperties(ReplicaProperties.class)
class ReplicaConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ReplicaPages());
    }

    @Bean
    Reads replicaReads(MeterRegistry meters) {
        return new Reads(meters);
    }

    @Bean
    NewMarkAfterWriting newMarkAfterWriting() {
        return new NewMarkAfterWriting();
    }

    /** No {@code DataSource} of the context's own: a replica that is down takes no instance out of service. */
    @Bean
    Replica replica(ReplicaProperties properties, ApplicationRole role, DataSource primary, MeterRegistry meters)
            throws SQLException {
        HikariConfig pool = ReplicaPool.beside(primary.unwrap(HikariDataSource.class), role.login(), properties);
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        return new Replica(
                new HikariDataSource(pool), new Rest(properties.rest(), System::nanoTime), properties.patience());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static EitherDatabaseEverywhere eitherDatabase() {
        return new EitherDatabaseEverywhere();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor readElsewhere(
            ObjectProvider<DataSource> primary, ObjectProvider<Replica> replica, ObjectProvider<Reads> reads) {
        return new ReadingTransactions(
                new AnnotationTransactionAttributeSource(),
                () -> new ReadElsewhere(new Primary(primary.getObject()), replica.getObject(), reads.getObject()));
    }
}
