package org.parley.drafts;

import org.parley.rooms.LogName;

/**
 * A person's draft was written or deleted. Fired in the transaction.
 *
 * @param log the room or conversation, as the person calls it
 * @param draft {@code null} if there is none any more
 */
public record DraftChanged(long accountId, LogName log, DraftJson draft) {}
