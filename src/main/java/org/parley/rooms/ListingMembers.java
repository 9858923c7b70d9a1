package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.system.Paging;

/** Lists the members of a room for members. */
@ApplicationScoped
public class ListingMembers {
    @Inject
    Door door;

    @Inject
    Memberships memberships;

    @Inject
    MemberViews views;

    public MembersJson page(Caller caller, RoomKey room, Paging paging) {
        long after = paging.number();
        List<Membership> found = door.readFirst(
                        caller, room, id -> memberships.page(id, after, paging.limit() + 1), Visit::asInsider)
                .found()
                .orElse(List.of());
        return new MembersJson(
                views.of(paging.page(found)), paging.next(found, member -> Long.toString(member.accountId())));
    }
}
