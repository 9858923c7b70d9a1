package org.parley.invites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.accounts.Caller;
import org.parley.accounts.Users;
import org.parley.rooms.Door;
import org.parley.rooms.Role;
import org.parley.rooms.RoomKey;
import org.parley.system.Paging;

/** Lists the links of a room for its owners and moderators. */
@ApplicationScoped
@Transactional
class ListingInvites {
    @Inject
    Door door;

    @Inject
    Invites invites;

    @Inject
    Users users;

    /** @param root the address of the page, with a slash at its end */
    InvitesJson page(Caller caller, String room, Paging paging, String root) {
        long before = paging.before();
        List<Invite> found = door.readFirst(
                        caller,
                        RoomKey.room(room),
                        roomId -> invites.page(roomId, before, paging.limit() + 1),
                        visit -> visit.as(Role.MODERATOR))
                .found()
                .orElse(List.of());
        return new InvitesJson(of(paging.page(found), root), paging.next(found, invite -> Long.toString(invite.id())));
    }

    InviteJson of(Invite invite, String root) {
        return of(List.of(invite), root).get(0);
    }

    private List<InviteJson> of(List<Invite> shown, String root) {
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = users.names(shown.stream().map(Invite::byId).collect(Collectors.toSet()));
        return shown.stream()
                .map(one -> new InviteJson(
                        one.code(),
                        root + "#/invites/" + one.code(),
                        one.expiresAt(),
                        one.usesLeft(),
                        names.get(one.byId()),
                        one.createdAt()))
                .toList();
    }
}
