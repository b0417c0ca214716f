package org.attune.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CompanyRepository extends JpaRepository<Company, UUID> {

    /** Waits for whoever is changing it. */
    @Query(value = "select * from company where id = :id for update", nativeQuery = true)
    Optional<Company> findToChange(UUID id);
}
