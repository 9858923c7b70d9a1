package org.parley.departures;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.texts.Form;

/** Deletes the caller's own account. */
@Path("users/me/deletion")
public class AccountDeletionResource {
    @Inject
    DeletingAccounts deleting;

    @Context
    SecurityContext security;

    @POST
    public void delete(DeletionJson body) {
        DeletionJson asked = Form.filled(body);
        Form form = new Form();
        form.given("password", asked.password());
        form.judge();
        deleting.delete(Caller.of(security), asked.password());
    }

    record DeletionJson(String password) {}
}
