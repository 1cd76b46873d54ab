import { type ActWorld, command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { processById } from "../../processes/index.server";
import { graceDays, reminderDue } from "../inquiry";
import { askedAbout } from "../queries/asked-about.server";
import { sendInquiry } from "./ask-department.server";

/** How many reminders one sweep sends; the rest follow with the next. */
const atOnce = 100;

const remindDepartment = command("participation.remind-department", async (world: ActWorld, { id }: { id: string }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	// Locked, so that an answer that arrives now is either seen here or comes after the reminder.
	await world.db.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${id}::uuid FOR UPDATE`;
	const inquiry = await world.db.inquiry.findUnique({ where: { id } });
	const why = inquiry && reminderDue({ ...inquiry, askedOn: today(inquiry.askedAt) }, today(world.now));
	if (!inquiry?.email || !why) return refused("nothing-due");
	await world.db.inquiry.update({
		where: { id },
		data: why === "before" ? { remindedAt: world.now } : { dueRemindedAt: world.now },
	});
	const process = await processById(world, inquiry.processId);
	const contributions = (await askedAbout(world, [id], { locale: "de", shown: true })).get(id) ?? [];
	await sendInquiry(world, { ...inquiry, email: inquiry.email, process, contributions }, why);
	world.record({
		type: "participation.inquiry.reminded",
		subject: { kind: "inquiry", id },
		ownerId: inquiry.organisationId,
		facts: { process: inquiry.processId, why },
	});
	return done(null);
});

/** Reminds departments two days before their day and on the day, once each, also when late. @returns how many mails */
export async function remindDepartments(world: World): Promise<number> {
	const day = today(world.now);
	const near = await world.db.inquiry.findMany({
		where: {
			answeredAt: null,
			withdrawnAt: null,
			dueRemindedAt: null,
			email: { not: null },
			OR: [
				{ dueOn: { lte: day, gte: daysFrom(day, -graceDays) } },
				{ dueOn: { gt: day, lte: daysFrom(day, 2) }, remindedAt: null },
			],
		},
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: atOnce,
		select: { id: true },
	});
	let sent = 0;
	for (const { id } of near) {
		const outcome = await remindDepartment(world, { id });
		if (outcome.done) sent += 1;
	}
	return sent;
}
