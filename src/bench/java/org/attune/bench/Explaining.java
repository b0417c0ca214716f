package org.attune.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.platform.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets PostgreSQL say what it did for each statement of a page, and judges: a statement reads more than it shows when one scan of it took
 * more than {@value #MANY_ROWS} rows into its hands and more than {@value #TIMES} for each row that came out, or when it touched more
 * than {@value #MANY_BLOCKS} blocks of 8 kB and more than {@value #TIMES} for each row.
 */
final class Explaining {

    static final int MANY_ROWS = 1000;
    static final int MANY_BLOCKS = 1000;
    static final int TIMES = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;

    Explaining(Connection connection) {
        this.connection = connection;
    }

    /**
     * What a statement did.
     *
     * @param read rows that scans took into their hands, all together
     * @param worst the scan that took most
     * @param tooMuch whether it reads more than it shows
     */
    record Plan(
            String sql,
            double millis,
            long returned,
            long read,
            long blocks,
            String worst,
            boolean tooMuch,
            String text) {}

    private record Scan(String name, long rows) {}

    List<Plan> plans(Captured page) throws SQLException {
        Map<UUID, UUID> instead = page.fresh() == null ? Map.of() : Map.of(page.fresh(), Ids.next());
        List<Plan> plans = new ArrayList<>();
        try {
            for (Sent sent : page.statements()) {
                if (sent.isExplainable()) {
                    plans.add(plan(sent, instead));
                } else {
                    run(sent.sql(), sent, instead);
                }
            }
            return plans;
        } finally {
            connection.rollback();
        }
    }

    private Plan plan(Sent sent, Map<UUID, UUID> instead) throws SQLException {
        JsonNode whole = JSON.readTree(run("explain (analyze, buffers, format json) " + sent.sql(), sent, instead))
                .get(0);
        JsonNode top = whole.get("Plan");
        List<Scan> scans = new ArrayList<>();
        gather(top, scans);
        long returned = sent.reads() ? rows(top) : 1;
        long blocks = top.path("Shared Hit Blocks").asLong(0)
                + top.path("Shared Read Blocks").asLong(0);
        Scan worst = scans.stream().max(Comparator.comparingLong(Scan::rows)).orElse(new Scan("", 0));
        long shown = Math.max(1, returned);
        boolean tooMuch = worst.rows() > MANY_ROWS && worst.rows() > TIMES * shown
                || blocks > MANY_BLOCKS && blocks > TIMES * shown;
        String text = sent.reads() ? run("explain (analyze, buffers) " + sent.sql(), sent, instead) : whole.toString();
        return new Plan(
                sent.sql().strip(),
                whole.path("Execution Time").asDouble(0),
                returned,
                scans.stream()
                        .filter(scan -> !scan.name().startsWith("Bitmap Index"))
                        .mapToLong(Scan::rows)
                        .sum(),
                blocks,
                worst.rows() == 0 ? "" : worst.name() + " took " + worst.rows(),
                tooMuch,
                text);
    }

    /** What a scan threw away was read as well. Scans of what was made on the way are none. */
    private static void gather(JsonNode node, List<Scan> scans) {
        String type = node.path("Node Type").asString("");
        if (type.endsWith("Scan") && (node.has("Relation Name") || node.has("Index Name"))) {
            double each = node.path("Actual Rows").asDouble(0)
                    + node.path("Rows Removed by Filter").asDouble(0)
                    + node.path("Rows Removed by Index Recheck").asDouble(0);
            String on = node.path("Relation Name").asString("");
            String by = node.path("Index Name").asString("");
            String name = type + (on.isEmpty() ? "" : " on " + on) + (by.isEmpty() ? "" : " by " + by);
            scans.add(new Scan(name, Math.round(each * node.path("Actual Loops").asDouble(1))));
        }
        for (JsonNode child : node.path("Plans")) {
            gather(child, scans);
        }
    }

    private static long rows(JsonNode node) {
        return Math.round(
                node.path("Actual Rows").asDouble(0) * node.path("Actual Loops").asDouble(1));
    }

    private String run(String sql, Sent sent, Map<UUID, UUID> instead) throws SQLException {
        StringBuilder said = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            sent.give(statement, sent.rounds().get(0), instead);
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        said.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return said.toString();
    }
}
