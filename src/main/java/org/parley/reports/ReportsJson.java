package org.parley.reports;

import java.util.List;

/**
 * A page of reports, the newest first.
 *
 * @param open the number of open reports on all pages
 */
record ReportsJson(List<ReportJson> reports, String next, long open) {}
