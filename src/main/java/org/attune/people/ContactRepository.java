package org.attune.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds contacts among those somebody may work with, and waits for whoever is changing them. */
interface ContactRepository extends JpaRepository<Contact, UUID> {

    @Query(
            value =
                    "select * from contact where id = (select id from tended_contact(:viewer) where id = :id) and merged_into is null and erasure_id is null for update",
            nativeQuery = true)
    Optional<Contact> findTended(UUID viewer, UUID id);
}
