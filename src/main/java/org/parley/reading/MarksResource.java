package org.parley.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.http.CountsAs;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.InLogResource;
import org.parley.rooms.Membership;
import org.parley.system.FloodLimits;
import org.parley.texts.Form;

/** How far the caller has received and read a log. There is a nested class for each kind of log. */
public abstract class MarksResource extends InLogResource {
    @Inject
    Door door;

    @Inject
    Marks marks;

    /** @param seq beyond the head it means the head */
    public record MarkJson(Long seq) {
        long judged(long lowest) {
            if (seq == null || seq < lowest) {
                throw Refusal.invalid("seq", seq == null ? "must be given" : "must be a message number");
            }
            return seq;
        }
    }

    /** Read and delivery marks only move forward; {@code unread} marks the room as unread from that number on. */
    @PUT
    @CountsAs(FloodLimits.Kind.SIGNALS)
    public void move(@PathParam("mark") String mark, MarkJson position) {
        long seq = Form.filled(position).judged(mark.equals("unread") ? 1 : 0);
        Membership membership = door.member(caller(), key()).membership();
        switch (mark) {
            case "read" -> marks.read(membership.id(), membership.roomId(), seq);
            case "delivered" -> marks.delivered(membership.id(), membership.roomId(), seq);
            default -> marks.unread(membership.id(), membership.roomId(), seq);
        }
    }

    @Path("rooms/{room}/{mark: read|delivered|unread}")
    @ApplicationScoped
    public static class OfRoomResource extends MarksResource {}

    @Path("direct/{username}/{mark: read|delivered|unread}")
    @ApplicationScoped
    public static class OfConversationResource extends MarksResource {}
}
