package org.parley.texts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.problems.Code;
import org.parley.problems.FieldError;
import org.parley.problems.Refusal;

class FormTest {
    private final Form form = new Form();

    @Test
    void several_faults_are_told_together() {
        form.field(() -> Names.username("username", null));
        form.field(() -> Texts.password("password", "short"));
        form.given("seq", null);
        List<String> fields = assertThrows(Refusal.class, form::judge).errors().stream()
                .map(FieldError::field)
                .toList();
        assertEquals(List.of("username", "password", "seq"), fields);
    }

    @Test
    void a_fault_of_form_answers_before_a_taken_name() {
        form.field(() -> Names.username("username", "admin"));
        assertEquals(
                Code.USERNAME_TAKEN, assertThrows(Refusal.class, form::judge).code());
        form.field(() -> Texts.password("password", null));
        assertEquals(
                Code.INVALID_REQUEST, assertThrows(Refusal.class, form::judge).code());
    }

    @Test
    void a_missing_body_is_no_json() {
        assertEquals(
                Code.INVALID_JSON,
                assertThrows(Refusal.class, () -> Form.filled(null)).code());
        assertEquals("body", Form.filled("body"));
    }

    @Test
    void what_is_well_formed_comes_back() {
        assertEquals("ann", form.field(() -> Names.username("username", "ann")).text());
        assertEquals(5, form.given("seq", 5));
        assertDoesNotThrow(form::judge);
    }
}
