package org.attune;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.platform.Ids;

/** Anna sets Attune up and begins her first conversation, with Helen: over the wire, for tests of whole processes. */
final class FirstTalk {

    static final String ANNA = "anna@nordwind.example";
    static final String PASSWORD = "a quiet harbour in the fog";

    /** A turn of Helen's. */
    record Said(UUID id, String words) {}

    private final UUID helen = Ids.next();
    private final UUID talk = Ids.next();

    String path() {
        return "/conversations/" + talk;
    }

    /** Whether the code was the one that holds. */
    boolean setUp(WebClient browser, String code) throws IOException, InterruptedException {
        browser.get("/set-up");
        Map<String, Object> form = Map.ofEntries(
                Map.entry("id", Ids.next()),
                Map.entry("code", code),
                Map.entry("organisation", "Nordwind"),
                Map.entry("name", "Anna Admin"),
                Map.entry("email", ANNA),
                Map.entry("password", PASSWORD),
                Map.entry("zone", "Europe/Berlin"),
                Map.entry("region", "DE"),
                Map.entry("language", "ENGLISH"),
                Map.entry("currency", "EUR"),
                Map.entry("sells", "true"),
                Map.entry("team", "North"));
        return browser.post("/set-up", form).statusCode() == 303;
    }

    void begin(WebClient browser) throws IOException, InterruptedException {
        browser.get("/contacts");
        WebClient.sent(browser.post("/contacts", Map.of("id", helen, "version", "0", "givenName", "Helen")));
        Map<String, Object> form = Map.of(
                "id", talk,
                "participants", helen,
                "channel", "CALL",
                "startedBy", "THEY",
                "visibility", "TEAM",
                "_askedFor", "on",
                "kind", "begin");
        WebClient.sent(browser.post("/conversations", form));
    }

    HttpResponse<String> log(WebClient browser, Said said) throws IOException, InterruptedException {
        return browser.post(
                path() + "/turns", Map.of("id", said.id(), "move", "listen", "speaker", helen, "text", said.words()));
    }

    /** As the database has it, past everything that could hide a second row. */
    static List<Said> keptIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, words from turn order by seq")) {
            List<Said> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Said(rows.getObject(1, UUID.class), rows.getString(2)));
            }
            return found;
        }
    }
}
