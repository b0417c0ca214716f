package org.attune.platform.database;

/** The PostgreSQL Attune works on, its own or an external one. */
public interface DatabaseServer extends AutoCloseable {

    /** The role that owns everything and runs the migrations. */
    DatabaseLogin owner();

    @Override
    default void close() {}
}
