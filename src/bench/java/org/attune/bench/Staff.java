package org.attune.bench;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.bench.Firm.Colleague;
import org.attune.bench.Firm.Found;
import org.attune.bench.Visitor.Answer;
import org.attune.platform.Ids;

/**
 * Those of the sample who are signed in for the bench.
 *
 * @param gardeners salespeople under the marketing hat
 */
record Staff(List<Signed> sellers, List<Signed> gardeners, List<Signed> managers, List<Signed> admins) {

    /** Somebody and their browser. */
    record Signed(Colleague colleague, Visitor visitor) {}

    static Staff signIn(URI address, Firm firm, String password, int sellers, int managers) {
        List<Colleague> all = firm.sellers(sellers + 1);
        int selling = Math.max(1, all.size() - 1);
        List<Signed> sell = signIn(address, "salesperson", all.subList(0, selling), password);
        List<Signed> gardeners = signIn(address, "salesperson", all.subList(selling, all.size()), password);
        sell.forEach(one -> one.visitor().post(address, "/hat", Map.of("hat", "sales"), false));
        gardeners.forEach(one -> one.visitor().post(address, "/hat", Map.of("hat", "marketing"), false));
        return new Staff(
                sell,
                gardeners,
                signIn(address, "manager", firm.managers(managers), password),
                signIn(address, "admin", firm.admins(), password));
    }

    private static List<Signed> signIn(URI address, String role, List<Colleague> colleagues, String password) {
        return colleagues.stream()
                .map(one -> new Signed(one, Visitor.signIn(address, role, one.email(), password)))
                .toList();
    }

    /** Conversations somebody is in the middle of, of which new ones are begun where there are too few. */
    static List<Found> inTheMiddleOf(URI address, Firm firm, Signed seller, int many) {
        List<Found> open = new ArrayList<>(firm.openConversations(seller.colleague(), many));
        List<Found> people = firm.contacts(seller.colleague(), many);
        while (open.size() < many) {
            UUID contact = people.get(open.size() % people.size()).id();
            open.add(new Found(begin(address, seller.visitor(), contact), contact, 0));
        }
        return open;
    }

    /** Yesterday is past in every zone. */
    private static UUID begin(URI address, Visitor who, UUID contact) {
        UUID id = Ids.next();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id", id.toString());
        form.put("participants", contact.toString());
        form.put("channel", "CALL");
        form.put("startedBy", "WE");
        form.put("visibility", "TEAM");
        form.put(
                "at", LocalDateTime.now().minusDays(1).withNano(0).withSecond(0).toString());
        form.put("kind", "begin");
        Answer answer = who.post(address, "/conversations", form, false);
        if (answer.status() / 100 != 3) {
            throw new IllegalStateException("No conversation was begun: " + answer.status());
        }
        return id;
    }
}
