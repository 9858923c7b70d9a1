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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.http.CountsAs;
import org.parley.http.Proxies;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits;
import org.parley.texts.Form;
import org.parley.texts.Name;
import org.parley.texts.Names;
import org.parley.texts.Texts;

/**
 * Registering, signing in and signing out. There is no {@code @Consumes}: a wrong content type is found when the body
 * is read, after the caller is authenticated.
 */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    @Inject
    RegisteringAccounts registering;

    @Inject
    SigningIn signingIn;

    @Inject
    RefreshingSessions refreshing;

    @Inject
    EndingSessions ending;

    @Inject
    SessionAnswers answers;

    @Inject
    RefreshCookie cookie;

    @Inject
    MediaCookie media;

    @Inject
    Users users;

    @Inject
    Proxies proxies;

    @Context
    HttpServletRequest request;

    @Context
    SecurityContext security;

    @POST
    @Path("register")
    @PermitAll
    @CountsAs(FloodLimits.Kind.REGISTRATIONS)
    public Response register(RegistrationJson body) {
        RegistrationJson asked = Form.filled(body);
        Form form = new Form();
        Name name = form.field(() -> Names.username("username", asked.username()));
        String password = form.field(() -> Texts.password("password", asked.password()));
        String displayName = form.field(() -> Texts.displayName("displayName", asked.displayNameOrEmpty()));
        form.judge();
        OpenSession session = registering.register(name, password, displayName, Client.of(request, proxies));
        return answers.answer(Response.Status.CREATED, session, asked.cookie(), request);
    }

    @POST
    @Path("login")
    @PermitAll
    public Response login(LoginJson body) {
        LoginJson asked = Form.filled(body);
        Form form = new Form();
        form.given("username", asked.username());
        form.given("password", asked.password());
        form.judge();
        OpenSession session = signingIn.signIn(asked.username(), asked.password(), Client.of(request, proxies));
        return answers.answer(Response.Status.OK, session, asked.cookie(), request);
    }

    /** A token that came in the body is answered in the body. */
    @POST
    @Path("refresh")
    @PermitAll
    public Response refresh(RefreshJson body) {
        Optional<String> inBody = RefreshJson.token(body);
        String token = inBody.or(() -> cookie.token(request))
                .orElseThrow(() -> Refusal.of(Code.UNAUTHENTICATED, "The request has no refresh token."));
        OpenSession session = refreshing.refresh(token);
        boolean withCookie = inBody.isEmpty() && RefreshJson.cookie(body);
        return answers.answer(Response.Status.OK, session, withCookie, request);
    }

    /** Open to everybody, because a browser with an expired access token can sign out only by its cookie. */
    @POST
    @Path("logout")
    @PermitAll
    public Response logout(RefreshJson body) {
        Caller caller = Caller.of(security);
        if (caller != null) {
            ending.logOut(caller);
        } else if (!RefreshJson.token(body)
                .or(() -> cookie.token(request))
                .map(ending::endByToken)
                .orElse(false)) {
            throw Refusal.of(Code.UNAUTHENTICATED, "The request has no session to end.");
        }
        return Response.noContent()
                .cookie(cookie.clear(request), media.clear(request))
                .build();
    }

    @GET
    @Path("me")
    public UserJson me() {
        long id = Caller.of(security).accountId();
        return users.of(List.of(id)).get(id);
    }
}
