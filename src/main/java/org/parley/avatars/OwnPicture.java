package org.parley.avatars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.files.KeepingPictures;
import org.parley.system.Paging;

/** The picture of the caller, for the download of their data. */
@ApplicationScoped
class OwnPicture implements OwnData {
    private static final String NAME = "picture";

    @Inject
    Accounts accounts;

    @Inject
    KeepingPictures pictures;

    /** @param file its name in the download */
    record PictureRecord(String file) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Page<PictureRecord> records(Caller caller, Paging paging) {
        return new Page<>(
                content(caller).map(content -> new PictureRecord(content.name())).stream()
                        .toList(),
                null);
    }

    @Override
    public Page<Content> files(Caller caller, Paging paging) {
        return new Page<>(content(caller).stream().toList(), null);
    }

    private Optional<Content> content(Caller caller) {
        return accounts.byId(caller.accountId())
                .map(Account::avatarId)
                .map(id -> new Content(NAME + "-" + id, pictures.path(id)));
    }
}
