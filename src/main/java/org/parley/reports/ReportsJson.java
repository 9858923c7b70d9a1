package org.parley.reports;

import java.util.List;

/** A page of reports, the newest first. */
public record ReportsJson(List<ReportJson> reports, String next) {}
