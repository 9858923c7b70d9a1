package org.parley.messages;

/** What took a number, as the log and the sockets show it alike. */
public record NewMessageFrame(String type, String room, long seq, MessageJson message) {
    public static NewMessageFrame of(String room, Logged message) {
        return new NewMessageFrame("new_message", room, message.seq(), MessageJson.of(room, message));
    }
}
