import { expect, it } from "vitest";
import { type CalendarEntry, calendarFile } from "./calendar-file";

const entry: CalendarEntry = {
	code: "ABCD2345",
	title: "Werkstatt; mit Karten, Stiften",
	startsAt: new Date("2026-07-01T16:00:00Z"),
	endsAt: new Date("2026-07-01T18:30:00Z"),
	place: "Bürgerhaus, Marktplatz 1",
	text: "Ankommen\nKarten schreiben \\ reden",
	url: "https://mit.example/termin/ABCD2345",
	sequence: 2,
	changedAt: new Date("2026-06-01T08:00:00Z"),
	cancelled: false,
};
const file = (given: Partial<CalendarEntry> = {}, method: "PUBLISH" | "REQUEST" | "CANCEL" = "PUBLISH") =>
	calendarFile({ method, name: "Termine", host: "mit.example", entries: [{ ...entry, ...given }] });
/** Lines as a calendar reads them: folds taken out again. */
const lines = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

it("names time zone, method and identity, and writes local time", () => {
	const summer = lines(file());
	expect(summer).toContain("METHOD:PUBLISH");
	expect(summer).toContain("TZID:Europe/Berlin");
	expect(summer).toContain("UID:abcd2345@mit.example");
	expect(summer).toContain("SEQUENCE:2");
	expect(summer).toContain("DTSTART;TZID=Europe/Berlin:20260701T180000");
	expect(summer).toContain("DTEND;TZID=Europe/Berlin:20260701T203000");
	expect(summer).toContain("DTSTAMP:20260601T080000Z");
	const winter = lines(file({ startsAt: new Date("2026-12-01T23:30:00Z") }));
	expect(winter).toContain("DTSTART;TZID=Europe/Berlin:20261202T003000");
});

it("escapes what has a meaning of its own", () => {
	expect(lines(file())).toContain("SUMMARY:Werkstatt\\; mit Karten\\, Stiften");
	expect(lines(file())).toContain("DESCRIPTION:Ankommen\\nKarten schreiben \\\\ reden");
	expect(file({ title: "A\r\nATTENDEE:mailto:x@example.org" })).not.toMatch(/^ATTENDEE/m);
});

it("folds lines at 75 octets without cutting a character", () => {
	const text = "Straßenbäume für Öttringen 🌳 ".repeat(20).trim();
	const folded = file({ text });
	for (const line of folded.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
	expect(lines(folded)).toContain(`DESCRIPTION:${text}`);
	expect(folded).not.toContain("\uFFFD");
});

it("invites one person by mail: who invites, who is invited, nothing smuggled in by a name", () => {
	const invitation = {
		organizer: { name: "Arbeitskreis Wege", email: "haus@mit.example" },
		attendee: { name: 'Anna "A" Gast\r\nX-EVIL:1', email: "anna@example.org" },
	};
	const invited = lines(file({ invitation }, "REQUEST"));
	expect(invited).toContain("METHOD:REQUEST");
	expect(invited).toContain('ORGANIZER;CN="Arbeitskreis Wege":mailto:haus@mit.example');
	expect(invited.find((line) => line.startsWith("ATTENDEE"))).toMatch(
		/^ATTENDEE;CN="Anna 'A' Gast {2}X-EVIL:1";.*:mailto:anna@example\.org$/,
	);
	expect(invited.some((line) => line.startsWith("X-EVIL"))).toBe(false);
	expect(file()).not.toContain("ATTENDEE");
});

it("takes a cancelled event out again", () => {
	const cancelled = lines(file({ cancelled: true }, "CANCEL"));
	expect(cancelled).toContain("METHOD:CANCEL");
	expect(cancelled).toContain("STATUS:CANCELLED");
});
