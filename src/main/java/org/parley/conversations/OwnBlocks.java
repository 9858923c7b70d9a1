package org.parley.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.system.Paging;

/** The people that the caller has blocked, for the download of the caller's data. */
@ApplicationScoped
class OwnBlocks implements OwnData {
    @Inject
    Blocking blocking;

    record BlockRecord(String username) {}

    @Override
    public String name() {
        return "blocks";
    }

    @Override
    public Page<BlockRecord> records(Caller caller, Paging paging) {
        BlocksResource.BlockedJson page = blocking.page(caller, paging);
        return new Page<>(
                page.users().stream()
                        .map(user -> new BlockRecord(user.username()))
                        .toList(),
                page.next());
    }
}
