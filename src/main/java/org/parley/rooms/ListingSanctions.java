package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.accounts.Caller;
import org.parley.accounts.Users;
import org.parley.system.Paging;

/** Lists bans and mutes for owners and moderators. */
@ApplicationScoped
@Transactional
class ListingSanctions {
    @Inject
    Door door;

    @Inject
    Sanctions sanctions;

    @Inject
    Users users;

    /** @param next the cursor of the next page; {@code null} at the end */
    record Page(List<SanctionJson> sanctions, String next) {}

    Page page(Caller caller, String room, Sanction.Kind kind, Paging paging) {
        long after = paging.number();
        List<Sanction> found = door.readFirst(
                        caller,
                        RoomKey.room(room),
                        id -> sanctions.page(id, kind, after, paging.limit() + 1),
                        visit -> visit.as(Role.MODERATOR))
                .found()
                .orElse(List.of());
        return new Page(of(paging.page(found)), paging.next(found, sanction -> Long.toString(sanction.accountId())));
    }

    SanctionJson of(Sanction sanction) {
        return of(List.of(sanction)).get(0);
    }

    private List<SanctionJson> of(List<Sanction> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = users.names(shown.stream()
                .flatMap(one -> Stream.of(one.accountId(), one.byId()))
                .collect(Collectors.toSet()));
        return shown.stream()
                .map(one -> new SanctionJson(
                        names.get(one.accountId()), one.reason(), one.until(), names.get(one.byId()), one.createdAt()))
                .toList();
    }
}
