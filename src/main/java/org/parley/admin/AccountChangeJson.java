package org.parley.admin;

import java.util.Optional;
import org.parley.problems.Refusal;
import org.parley.texts.Form;
import org.parley.texts.Texts;

/**
 * A Java {@code null} means that the field was absent. An empty {@link Optional} means that it was null, which is
 * refused.
 */
record AccountChangeJson(Optional<Boolean> disabled, Optional<String> role, Optional<String> password) {
    /** @throws Refusal {@code invalid_request} that names every wrong field */
    AccountChange judged() {
        Form form = new Form();
        Boolean disable = form.field(() -> given("disabled", disabled));
        Boolean admin = form.field(() -> admin(given("role", role)));
        String secret = form.field(() -> password == null ? null : Texts.password("password", password.orElse(null)));
        form.judge();
        return new AccountChange(disable, admin, secret);
    }

    private static <T> T given(String field, Optional<T> value) {
        return value == null ? null : value.orElseThrow(() -> Refusal.invalid(field, "must not be null"));
    }

    private static Boolean admin(String role) {
        if (role == null) {
            return null;
        }
        return switch (role) {
            case "admin" -> true;
            case "user" -> false;
            default -> throw Refusal.invalid("role", "must be user or admin");
        };
    }
}
