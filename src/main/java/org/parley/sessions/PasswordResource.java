package org.parley.sessions;

import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.texts.Form;
import org.parley.texts.Texts;

/** The caller's own password. */
@Path("auth/password")
public class PasswordResource {
    @Inject
    ChangingPasswords changing;

    @Context
    SecurityContext security;

    @PUT
    public void change(PasswordJson body) {
        PasswordJson asked = Form.filled(body);
        Form form = new Form();
        form.given("current", asked.current());
        String password = form.field(() -> Texts.password("password", asked.password()));
        form.judge();
        changing.change(Caller.of(security), asked.current(), password);
    }

    record PasswordJson(String current, String password) {}
}
