package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;

/** Members as the other members see them, in a fixed number of statements. */
@ApplicationScoped
class MemberViews {
    @Inject
    Users users;

    List<MemberJson> of(List<Membership> memberships) {
        Map<Long, UserJson> known =
                users.of(memberships.stream().map(Membership::accountId).toList());
        return memberships.stream()
                .map(membership -> of(membership, known.get(membership.accountId())))
                .toList();
    }

    MemberJson of(Membership membership) {
        return of(List.of(membership)).get(0);
    }

    private static MemberJson of(Membership membership, UserJson user) {
        return new MemberJson(
                user,
                membership.role().wire(),
                !"offline".equals(user.presence()),
                membership.joinedAt(),
                membership.deliveredSeq(),
                membership.readSeq());
    }
}
