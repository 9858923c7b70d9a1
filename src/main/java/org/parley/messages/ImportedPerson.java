package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A person who wrote in a room that came from another server as a file. Nobody can sign in as this person. */
@Entity
@Table(name = "imported_person")
@IdClass(ImportedPerson.Key.class)
public class ImportedPerson {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long id;

    @Column(name = "display_name")
    private String displayName;

    protected ImportedPerson() {}

    /** @param person has an id below zero, unlike every account */
    public ImportedPerson(long roomId, Sender person) {
        this.roomId = roomId;
        this.id = person.accountId();
        this.displayName = person.displayName();
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long id) implements Serializable {}
}
