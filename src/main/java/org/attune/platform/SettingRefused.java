package org.attune.platform;

/** A setting cannot be what it is, so Attune does not start. Says what is wrong and what helps. */
public final class SettingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String help;

    public SettingRefused(String what, String help) {
        super(what);
        this.help = help;
    }

    public String help() {
        return help;
    }
}
