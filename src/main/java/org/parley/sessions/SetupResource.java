package org.parley.sessions;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.parley.http.Proxies;
import org.parley.texts.Form;
import org.parley.texts.Name;
import org.parley.texts.Names;
import org.parley.texts.Texts;

/** Creates the first administrator's account, for an operator who can read the server's log. */
@Path("setup")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SetupResource {
    @Inject
    FirstAdmin firstAdmin;

    @Inject
    SessionAnswers answers;

    @Inject
    Proxies proxies;

    @Context
    HttpServletRequest request;

    /** @param needed whether there is no administrator yet */
    public record State(boolean needed) {}

    @GET
    public State state() {
        return new State(firstAdmin.needed());
    }

    @POST
    public Response make(SetupJson body) {
        SetupJson asked = Form.filled(body);
        Form form = new Form();
        form.given("code", asked.code());
        Name name = form.field(() -> Names.username("username", asked.username()));
        String password = form.field(() -> Texts.password("password", asked.password()));
        String displayName = form.field(() -> Texts.displayName("displayName", asked.displayNameOrEmpty()));
        form.judge();
        OpenSession session = firstAdmin.make(asked.code(), name, password, displayName, Client.of(request, proxies));
        return answers.answer(Response.Status.CREATED, session, asked.cookie(), request);
    }
}
