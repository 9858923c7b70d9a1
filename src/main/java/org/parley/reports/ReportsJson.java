package org.parley.reports;

import java.util.List;

/**
 * A page of reports, the newest first.
 *
 * @param open how many wait to be settled, on whichever page
 */
record ReportsJson(List<ReportJson> reports, String next, long open) {}
