package org.parley.files;

/** Some files belong to nobody any more. Fired in the transaction. */
record FilesForgotten() {}
