package org.attune.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.attune.platform.Ids;

/** An e-mail address of a contact. */
@Entity
@Table(name = "contact_email")
class Email {

    @Id
    private UUID id = Ids.next();

    private String address = "";
    private String label = EmailLine.Kind.WORK.word();
    private int position;

    protected Email() {}

    Email(String address) {
        this.address = address;
    }

    void stand(EmailLine line, int position) {
        this.address = line.address();
        this.label = line.kind().word();
        this.position = position;
    }

    boolean isFor(EmailLine line) {
        return address.equalsIgnoreCase(line.address());
    }

    int position() {
        return position;
    }

    EmailLine line() {
        return new EmailLine(EmailLine.Kind.of(label), address);
    }
}
