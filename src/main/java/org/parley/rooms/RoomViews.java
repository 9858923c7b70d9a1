package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.accounts.Caller;

/** Rooms as clients see them, from the tables, the log and the sockets together, with a fixed number of statements. */
@ApplicationScoped
@Transactional
public class RoomViews {
    @Inject
    Rooms rooms;

    @Inject
    RoomFigures figures;

    @Inject
    RoomPeople people;

    @Inject
    Sanctions sanctions;

    @Inject
    RoomActivity activity;

    @Inject
    RoomPresence presence;

    /**
     * The rooms in the order of the visits. All visits are the caller's. Every statement sees what is committed at that
     * moment, so a request needs no transaction for it.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RoomJson> of(Caller caller, List<Visit> visits) {
        List<Long> ids = visits.stream().map(visit -> visit.room().id()).toList();
        RoomFigures.Figures known = figures.of(ids);
        Map<Long, RoomActivity.Activity> logs = activity.of(caller.accountId(), visits);
        RoomPeople.Known faces =
                people.of(caller.accountId(), visits.stream().map(Visit::room).toList());
        Map<Long, Sanction> mutes = ids.isEmpty() ? Map.of() : sanctions.mutes(caller.accountId());
        return visits.stream()
                .map(visit -> of(
                        visit,
                        known,
                        logs.get(visit.room().id()),
                        faces,
                        mutes.get(visit.room().id())))
                .toList();
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public RoomJson of(Visit visit) {
        return of(visit.caller(), List.of(visit)).get(0);
    }

    /** The room for frames to many readers, without a membership or a last message. Empty if the room is gone. */
    public Optional<RoomJson> update(long roomId) {
        return updateFor(RoomPeople.NOBODY, roomId);
    }

    /** As {@link #update}, for one reader: of a private conversation, each of the two sees the other as its peer. */
    public Optional<RoomJson> updateFor(long accountId, long roomId) {
        return rooms.find(roomId)
                .map(room -> room(
                        room,
                        figures.of(List.of(roomId)),
                        room.head(),
                        null,
                        people.of(accountId, List.of(room)),
                        null));
    }

    private RoomJson of(
            Visit visit, RoomFigures.Figures known, RoomActivity.Activity log, RoomPeople.Known faces, Sanction mute) {
        Room room = visit.room();
        return room(
                room,
                known,
                log.head(),
                log.lastMessage(),
                faces,
                Optional.ofNullable(visit.membership()).map(membership -> membership(membership, log, mute)));
    }

    private RoomJson room(
            Room room,
            RoomFigures.Figures known,
            long head,
            LastMessage lastMessage,
            RoomPeople.Known faces,
            Optional<MembershipJson> membership) {
        return new RoomJson(
                room.unmade() ? null : room.wireId(),
                room.direct() || room.unnamed() ? null : room.name(),
                room.topic(),
                room.emoji(),
                room.kind(),
                room.hasPassword(),
                known.owners().get(room.id()),
                room.archived(),
                room.slowModeSeconds(),
                room.createdAt(),
                head,
                known.members().getOrDefault(room.id(), 0L),
                presence.onlineCount(room.id()),
                lastMessage,
                faces.peer(room),
                faces.of(room),
                membership);
    }

    private static MembershipJson membership(Membership membership, RoomActivity.Activity log, Sanction mute) {
        return new MembershipJson(
                membership.role().wire(),
                log.readSeq(),
                log.deliveredSeq(),
                membership.unreadFrom(),
                log.unread(),
                log.mentions(),
                mute != null,
                mute == null ? null : mute.until(),
                membership.favourite(),
                membership.notifyWhen());
    }
}
