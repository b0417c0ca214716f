package org.attune.access;

import java.util.regex.Pattern;

/** Where a request comes from, as the connection says. */
public record Address(String value) {

    private static final Pattern LOOPBACK =
            Pattern.compile("127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1|::ffff:127(\\.\\d{1,3}){3}");

    /** Whoever has an IPv6 connection has 2^64 addresses of it, so those count as one. */
    String network() {
        if (!value.contains(":") || value.contains(".")) {
            return value;
        }
        String[] halves = value.split("::", 2);
        String[] first = halves[0].split(":");
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            network.append(i < first.length && !first[i].isEmpty() ? first[i] : "0")
                    .append(':');
        }
        return network.append(":/64").toString();
    }

    public boolean isThisMachine() {
        return LOOPBACK.matcher(value).matches();
    }
}
