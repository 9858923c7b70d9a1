package org.parley.invites;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Account;
import org.parley.harness.Tables;
import org.parley.rooms.Membership;

/** How many links a room may have, on the table of {@code sql/}. */
class InvitesTest {
    private final SessionFactory factory = Tables.sessions("invites", Invite.class, Account.class, Membership.class);

    @Test
    void a_room_is_full_of_links_at_a_thousand() {
        factory.inTransaction(session -> {
            Invites invites = new Invites();
            invites.entities = session;
            for (long id = 1; id < Invites.MOST_IN_ROOM; id++) {
                invites.add(new Invite(id, 7, 1, new NewInviteJson.Judged(null, null), Instant.EPOCH));
            }
            assertFalse(invites.full(7));
            invites.add(new Invite(5000, 7, 1, new NewInviteJson.Judged(null, null), Instant.EPOCH));
            assertTrue(invites.full(7));
            assertFalse(invites.full(8));
            // Their maker may not invite.
            invites.clearUnbacked(8);
            assertTrue(invites.full(7));
            invites.clearUnbacked(7);
            assertFalse(invites.full(7));
        });
        factory.close();
    }
}
