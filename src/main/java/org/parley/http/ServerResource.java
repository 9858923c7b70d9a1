package org.parley.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.system.Configuration;
import org.parley.system.Version;
import org.parley.texts.Texts;

/** What a client needs to know before anybody signs in. */
@Path("server")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class ServerResource {
    @Inject
    Configuration configuration;

    /**
     * What a client needs to know about this server before anybody signs in.
     *
     * @param registration who may register: {@code open} means everybody
     * @param oidc the organisation with whose accounts people sign in; always {@code null}: nobody can yet
     * @param push whether it sends notifications to browsers that are closed
     */
    public record ServerJson(
            String name, String version, String registration, Object oidc, boolean push, LimitsJson limits) {}

    /**
     * @param body code points of a message
     * @param attachment octets of a file
     * @param attachments of a message
     * @param storage octets of all files of a user; {@code null} for no limit
     */
    public record LimitsJson(
            int body, long attachment, int attachments, @JsonInclude(JsonInclude.Include.NON_NULL) Long storage) {}

    @GET
    public ServerJson server() {
        Configuration.Files files = configuration.files();
        return new ServerJson(
                "Parley",
                Version.TEXT,
                "open",
                null,
                false,
                new LimitsJson(
                        Texts.BODY,
                        files.mostOctets(),
                        Texts.ATTACHMENTS,
                        files.mostOctetsOfUser().orElse(null)));
    }
}
