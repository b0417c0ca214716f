package org.attune.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.attune.platform.Ids;

/** A phone number of a contact, in the form E.164. */
@Entity
@Table(name = "contact_phone")
class Phone {

    @Id
    private UUID id = Ids.next();

    private String e164 = "";
    private String label = PhoneLine.Kind.WORK.word();
    private int position;

    protected Phone() {}

    Phone(String e164) {
        this.e164 = e164;
    }

    void stand(PhoneLine line, int position) {
        this.label = line.kind().word();
        this.position = position;
    }

    boolean isFor(PhoneLine line) {
        return e164.equals(line.number());
    }

    int position() {
        return position;
    }

    PhoneLine line() {
        return new PhoneLine(PhoneLine.Kind.of(label), e164);
    }
}
