package org.attune.platform.database;

/** Attune cannot start on its database. Says in one sentence what is wrong and in another what helps. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String help;

    public DatabaseUnavailable(String what, String help) {
        super(what);
        this.help = help;
    }

    public DatabaseUnavailable(String what, String help, Throwable cause) {
        super(what, cause);
        this.help = help;
    }

    public String help() {
        return help;
    }
}
