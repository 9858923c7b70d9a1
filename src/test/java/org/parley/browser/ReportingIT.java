package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Bob reports a message, and the people who can settle the report see it. */
@Tag("once")
@Tag("page")
class ReportingIT {
    private final AnnAndBob people = new AnnAndBob("pub");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final Person cem = people.cast.cem();

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    void a_report_waits_for_the_owner_who_resolves_and_reopens_it() {
        said("buy my watches");
        report(bob, "buy my watches", "The owners and moderators of " + people.room, "spam <b>again</b>");
        ann.button("1 open report").click();
        Locator report = ann.dialog().locator(".report");
        assertThat(report).containsText("buy my watches");
        assertThat(report).containsText("@" + people.bobsAccount.name() + ": spam <b>again</b>");
        assertThat(report.locator("a")).hasAttribute("href", "#/rooms/" + people.room + "/1");
        button(report, "Resolve").click();
        assertThat(ann.dialog().getByText("No open reports.")).isVisible();
        assertThat(ann.page().locator(".reports-open")).hasCount(0);

        ann.dialog().getByLabel("Show").selectOption("Resolved");
        assertThat(report).containsText("Settled by @" + people.annsAccount.name());
        button(report, "Reopen").click();
        ann.dialog().getByLabel("Show").selectOption("Open");
        assertThat(report).hasCount(1);
        report.locator(".author").click();
        ann.button("More actions").click();
        assertThat(ann.page().locator("profile-card .measures")).containsText("Mute");
        ann.page().keyboard().press("Escape");
        assertThat(ann.page().locator("profile-card")).hasCount(0);
        assertThat(report.locator(".author")).isFocused();
    }

    @Test
    @Tag("thorough")
    void the_list_of_reports_follows_what_others_report_and_settle() {
        report(said("buy my watches"));
        ann.button("1 open report").click();
        Locator reports = ann.dialog().locator(".report");
        assertThat(reports).hasCount(1);
        report(said("and my pills"));
        assertThat(reports).hasCount(2);
    }

    @Test
    @Tag("thorough")
    void what_was_reported_while_the_owner_was_away_waits_for_them_and_members_see_nothing_of_it() {
        report(said("and my pills"));
        ann.page().reload();
        assertThat(ann.button("1 open report")).isVisible();
        theNameOfTheRoomIsReadableOnAPhone();
        bob.page().reload();
        assertThat(bob.message("and my pills")).isVisible();
        bob.button("Room settings").click();
        assertThat(tab(bob, "About")).isVisible();
        assertThat(tab(bob, "Reports")).hasCount(0);
        ann.button("Room settings").click();
        tab(ann, "Reports").click();
        button(ann.dialog().locator(".report"), "Dismiss").click();
        assertThat(ann.dialog().getByText("No open reports.")).isVisible();
        tab(ann, "Moderation").click();
        assertThat(ann.dialog().locator(".audit li").first()).containsText("dismissed a report about " + cem.name());
    }

    /** The staff of a room have the most tools beside its name. */
    private void theNameOfTheRoomIsReadableOnAPhone() {
        ann.page().setViewportSize(320, 640);
        double width = ann.page().locator(".room-title").boundingBox().width;
        assertTrue(width > 150, "the name has " + width + " px");
        ann.page().setViewportSize(1280, 720);
    }

    @Test
    @Tag("thorough")
    void a_private_message_is_reported_to_the_administrators_alone() {
        cem.write(people.bobsAccount, "give me your password");
        bob.open("#/direct/" + cem.name());
        report(bob, "give me your password", "nothing else of the conversation", "asks for my password");
        assertThat(ann.page().locator(".reports-open")).hasCount(0);
        JsonNode reports = people.cast.root().get("admin/reports").expect(200).path("reports");
        JsonNode mine = StreamSupport.stream(reports.spliterator(), false)
                .filter(one -> one.path("by").asText().equals(people.bobsAccount.name()))
                .findFirst()
                .orElseThrow();
        assertEquals("give me your password", mine.path("message").path("body").asText());
        assertTrue(mine.path("between").toString().contains(cem.name()));
    }

    /** A message by cem in the room. */
    private long said(String body) {
        cem.join(people.room);
        return cem.post(people.room, body).path("seq").asLong();
    }

    /** A report by bob, from another device. */
    private void report(long seq) {
        people.bobsAccount
                .post("rooms/" + people.room + "/messages/" + seq + "/reports", Json.of("reason", "spam"))
                .expect(201);
    }

    /** @param readers a part of the dialog's text that says who can read the report */
    private static void report(Visitor reporter, String message, String readers, String reason) {
        Locator row = reporter.message(message);
        row.hover();
        button(row, "Report").click();
        assertThat(reporter.dialog().locator(".reported")).containsText(message);
        assertThat(reporter.dialog().locator("#report-readers")).containsText(readers);
        reporter.dialog().getByLabel("What’s wrong with it?").fill(reason);
        button(reporter.dialog().locator(".dialog-foot"), "Report").click();
        assertThat(reporter.page().getByText("Reported. Thank you.")).isVisible();
        assertThat(reporter.dialog()).hasCount(0);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator tab(Visitor visitor, String name) {
        return visitor.dialog().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name));
    }
}
