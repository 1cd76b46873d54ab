import { command } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { isNoticeEnd, type NoticePeriod } from "../notice-period";

/**
 * Writes the period of notice into a draft, or takes it out (null): then only the text of the clause says it.
 * @returns refused with "not-editable", "date-invalid" or "notice-first-end" (a first end at which no notice takes effect)
 */
export const agreeNoticePeriod = command(
	"agreements.agree-notice-period",
	async (
		world,
		{ code, period }: { code: string; period: NoticePeriod | null },
	): Promise<Outcome<null, "not-editable" | "date-invalid" | "notice-first-end">> => {
		const held = await holdForEditing(world, code, "notice-period");
		if (!held.done) return held;
		const where = { agreementId: held.value.id };
		if (!period) {
			await world.db.agreementNoticePeriod.deleteMany({ where });
			return done(null);
		}
		const { firstEnd, ...given } = period;
		const first = firstEnd === null ? null : parseDay(firstEnd);
		if (firstEnd !== null) {
			if (!first) return refused("date-invalid", { field: "firstEnd" });
			if (!isNoticeEnd(period, firstEnd)) return refused("notice-first-end", { field: "firstEnd" });
		}
		const data = { ...given, firstEnd: first };
		await world.db.agreementNoticePeriod.upsert({ where, create: { ...where, ...data }, update: data });
		return done(null);
	},
);
