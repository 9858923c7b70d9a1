package org.parley.files;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.parley.accounts.Caller;
import org.parley.http.LargeBody;
import org.parley.http.ServedFile;
import org.parley.problems.Problems;
import org.parley.problems.Refusal;

/** Uploads files, and serves them to the people who may read them. */
@Path("attachments")
public class AttachmentsResource {
    @Inject
    UploadingFiles uploading;

    @Inject
    ReadingFiles reading;

    @Inject
    FileFolder folder;

    @Inject
    Problems problems;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest request;

    @POST
    @LargeBody
    @Produces(MediaType.APPLICATION_JSON)
    public Response upload(InputStream body) {
        Caller caller = Caller.of(security);
        Multipart upload = uploading.begun(caller, request.getContentType(), request.getContentLengthLong(), body);
        return Response.status(Response.Status.CREATED)
                .entity(uploading.upload(caller, upload))
                .build();
    }

    /** Pictures and what can be played are shown; everything else is saved. */
    @GET
    @Path("{id}")
    public Response file(@PathParam("id") String id) {
        Attachment found = reading.readable(Caller.of(security), id);
        boolean inline = found.thumbnailType().isPresent() || ContentType.playable(found.type());
        return served(found, FileFolder.Part.FILE, found.type(), inline);
    }

    @GET
    @Path("{id}/thumbnail")
    public Response thumbnail(@PathParam("id") String id) {
        Attachment found = reading.readable(Caller.of(security), id);
        String type = found.thumbnailType().orElseThrow(Refusal::notFound);
        return served(found, FileFolder.Part.THUMBNAIL, type, true);
    }

    private Response served(Attachment found, FileFolder.Part part, String type, boolean inline) {
        FileFolder.Found file = folder.find(found.id(), part);
        String tag = found.id() + "-" + part.ordinal();
        return new ServedFile(file.path(), file.size(), type, found.name(), inline, tag, false)
                .answer(request, problems);
    }
}
