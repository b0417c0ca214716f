package org.attune.platform.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What {@code postgresql.conf} says.
 *
 * @param port where it listens; 0 takes a free port
 * @param durable whether what was acknowledged survives a power cut; only throw-away databases go without
 * @param memory of the machine, in megabytes
 */
public record PostgresSettings(int port, boolean durable, long memory) {

    public static PostgresSettings durable(int port) {
        return new PostgresSettings(port, true, memoryOfThisMachine());
    }

    /** For tests, whose data nobody misses. */
    public static PostgresSettings throwAway() {
        return new PostgresSettings(0, false, 2048);
    }

    /**
     * The memory is shared with Attune itself and with the system's file cache, hence an eighth. What is logged never
     * shows a value: errors quote what somebody typed, so they are left to the client that caused them.
     */
    String text(int chosenPort) {
        return """
                # Written at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = scram-sha-256
                max_connections = 50

                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                wal_level = minimal
                max_wal_senders = 0
                max_logical_replication_workers = 0
                max_wal_size = 2GB
                checkpoint_timeout = 15min

                shared_buffers = %dMB
                effective_cache_size = %dMB
                maintenance_work_mem = %dMB
                work_mem = 16MB
                random_page_cost = 1.1
                jit = off

                timezone = UTC
                log_timezone = UTC
                lc_messages = C
                default_text_search_config = 'pg_catalog.simple'

                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = 1d
                log_truncate_on_rotation = on
                log_file_mode = 0600
                log_line_prefix = '%%m [%%p] '
                log_min_messages = log
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_statement = none
                log_min_duration_statement = -1
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                """.formatted(
                        chosenPort,
                        onOff(durable),
                        onOff(durable),
                        onOff(durable),
                        between(64, memory / 8, 4096),
                        Math.max(128, memory / 2),
                        between(32, memory / 32, 512));
    }

    /** Connections over the loopback with a password, and nothing else. */
    static String clientAuthentication() {
        return """
                # Written at every start.
                host all all 127.0.0.1/32 scram-sha-256
                """;
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static long between(long least, long wanted, long most) {
        return Math.max(least, Math.min(wanted, most));
    }

    /** Inside a container this is the container's share. */
    private static long memoryOfThisMachine() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system == null ? 1024 : system.getTotalMemorySize() >> 20;
    }
}
