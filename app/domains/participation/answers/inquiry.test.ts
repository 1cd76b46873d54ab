import { expect, it } from "vitest";
import { type Asked, reminderDue, stateOf } from "./inquiry";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const asked: Asked = {
	dueOn: day("2026-06-30"),
	askedOn: day("2026-06-15"),
	answeredAt: null,
	withdrawnAt: null,
	remindedAt: null,
	dueRemindedAt: null,
};
const sent = day("2026-06-28");

it.each<[string, Partial<Asked>, string, string | null]>([
	["three days before", {}, "2026-06-27", null],
	["two days before", {}, "2026-06-28", "before"],
	["one day before, late", {}, "2026-06-29", "before"],
	["two days before, again", { remindedAt: sent }, "2026-06-28", null],
	["on the day", { remindedAt: sent }, "2026-06-30", "on-the-day"],
	["on the day, when both were missed: one mail", {}, "2026-06-30", "on-the-day"],
	["five days late", { remindedAt: sent }, "2026-07-05", "on-the-day"],
	["on the day, again", { remindedAt: sent, dueRemindedAt: day("2026-06-30") }, "2026-07-05", null],
	["when the link has ended", {}, "2026-07-15", null],
	["answered", { answeredAt: sent }, "2026-06-30", null],
	["withdrawn", { withdrawnAt: sent }, "2026-06-30", null],
	["asked two days before", { askedOn: day("2026-06-28") }, "2026-06-28", null],
	["asked the day before, on the day", { askedOn: day("2026-06-29") }, "2026-06-30", "on-the-day"],
])("reminder %s", (_name, change, today, due) => {
	expect(reminderDue({ ...asked, ...change }, day(today))).toBe(due);
});

it.each<[Partial<Asked>, string, string]>([
	[{}, "2026-06-30", "open"],
	[{}, "2026-07-01", "late"],
	[{ answeredAt: sent }, "2026-07-01", "answered"],
	[{ withdrawnAt: sent }, "2026-07-01", "withdrawn"],
])("%j on %s is %s", (change, today, state) => expect(stateOf({ ...asked, ...change }, day(today))).toBe(state));
