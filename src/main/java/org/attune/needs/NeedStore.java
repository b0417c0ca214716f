package org.attune.needs;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.springframework.stereotype.Component;

/** Finds needs among those somebody sees or works on, and locks their rows: what happens to one need happens in turn. */
@Component
class NeedStore {

    private final EntityManager entities;

    NeedStore(EntityManager entities) {
        this.entities = entities;
    }

    void add(Need need) {
        entities.persist(need);
        entities.flush();
    }

    /** Two requests that bring the same need wait for each other, so that the second finds what the first has made. */
    boolean has(NeedId id) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .setParameter("id", id.value().toString())
                .getSingleResult();
        return entities.find(Need.class, id.value()) != null;
    }

    /** For what everybody does who sees one of its people: write down what was heard. */
    Need seen(Viewer viewer, NeedId id) {
        return locked("""
                select n.* from need n
                 where n.id = :id and exists (select from seen_need(:viewer) s where s.id = n.id)
                   for no key update of n""", viewer, id);
    }

    /** For what only those do who work with one of its people: cost, solution, ending. */
    Need tended(Viewer viewer, NeedId id) {
        return locked("""
                select n.* from need n
                 where n.id = :id
                   and exists (select from need_person p join tended_contact(:viewer) c on c.id = p.contact_id
                                where p.need_id = n.id)
                   for no key update of n""", viewer, id);
    }

    /** For what follows from something else and needs nobody's sight. */
    Need any(NeedId id) {
        Need need = entities.find(Need.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (need == null) {
            throw new NotSeen("need " + id.value());
        }
        return need;
    }

    @SuppressWarnings("unchecked")
    private Need locked(String query, Viewer viewer, NeedId id) {
        List<Need> found = entities.createNativeQuery(query, Need.class)
                .setParameter("id", id.value())
                .setParameter("viewer", viewer.uuid())
                .getResultList();
        return found.stream().findFirst().orElseThrow(() -> new NotSeen("need " + id.value()));
    }
}
