package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.problems.Code;
import org.parley.problems.FieldError;
import org.parley.problems.Refusal;

class RoomChangesTest {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new Jdk8Module().configureReadAbsentAsNull(true))
            .build();

    @Test
    void what_is_absent_stays() throws Exception {
        RoomChanges changes = changes("{}");
        assertNull(changes.name());
        assertNull(changes.topic());
        assertNull(changes.kind());
        assertNull(changes.password());
        assertNull(changes.slowModeSeconds());
        assertNull(changes.archived());
        assertNull(changes.emoji());
    }

    @Test
    void null_clears_what_may_be_empty() throws Exception {
        RoomChanges changes = changes("{'topic':null,'password':null,'emoji':null}");
        assertEquals("", changes.topic());
        assertEquals(Optional.empty(), changes.password());
        assertEquals(Optional.empty(), changes.emoji());
    }

    @Test
    void null_is_refused_where_nothing_may_be_empty() {
        assertEquals(
                List.of("name", "visibility", "slowModeSeconds", "archived"),
                faults("{'name':null,'visibility':null,'slowModeSeconds':null,'archived':null}"));
    }

    @Test
    void every_wrong_field_is_named() {
        assertEquals(
                List.of("name", "visibility", "password", "slowModeSeconds", "emoji"),
                faults("{'name':'','visibility':'secret','password':'short','slowModeSeconds':-1,'emoji':'x'}"));
    }

    @Test
    void slow_mode_reaches_a_day() throws Exception {
        assertEquals(86_400, changes("{'slowModeSeconds':86400}").slowModeSeconds());
        assertEquals(List.of("slowModeSeconds"), faults("{'slowModeSeconds':86401}"));
    }

    @Test
    void a_name_that_is_nobodys_is_taken_unless_something_is_malformed() {
        assertEquals(Code.ROOM_NAME_TAKEN, refusal("{'name':'system'}").code());
        assertEquals(List.of("visibility"), faults("{'name':'system','visibility':'secret'}"));
    }

    @Test
    void a_moderator_changes_topic_and_slow_mode_and_an_owner_all() throws Exception {
        assertEquals(
                Role.MODERATOR, changes("{'topic':'tea','slowModeSeconds':5}").needed());
        assertEquals(Role.OWNER, changes("{'topic':'tea','name':'coffee'}").needed());
        assertEquals(Role.OWNER, changes("{'visibility':'private'}").needed());
        assertEquals(Role.OWNER, changes("{'password':null}").needed());
        assertEquals(Role.OWNER, changes("{'archived':false}").needed());
        assertEquals(Role.OWNER, changes("{'emoji':null}").needed());
    }

    private RoomChanges changes(String typed) throws JsonProcessingException {
        return RoomChanges.of(json.readValue(typed.replace('\'', '"'), RoomChangesJson.class));
    }

    private Refusal refusal(String typed) {
        return assertThrows(Refusal.class, () -> changes(typed));
    }

    private List<String> faults(String typed) {
        return refusal(typed).errors().stream().map(FieldError::field).toList();
    }
}
