import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayCareForMail } from "../policy.server";

const listSize = 100;

/**
 * The mail that has not left, for the operator: given up first, then by its next attempt. Without subjects and texts:
 * they are letters to somebody else.
 */
export async function outgoingMail(view: View) {
	demand(mayCareForMail, view.actor, null);
	const select = {
		id: true,
		to: true,
		createdAt: true,
		nextTryAt: true,
		attempts: true,
		failedAt: true,
		lastError: true,
	} as const;
	const [failed, waiting, failedCount, waitingCount, sentToday] = await Promise.all([
		view.db.mail.findMany({
			where: { failedAt: { not: null }, to: { not: "" } },
			orderBy: [{ failedAt: "desc" }, { id: "desc" }],
			take: listSize,
			select,
		}),
		view.db.mail.findMany({
			where: { sentAt: null, failedAt: null },
			orderBy: [{ nextTryAt: "asc" }, { id: "asc" }],
			take: listSize,
			select,
		}),
		view.db.mail.count({ where: { failedAt: { not: null }, to: { not: "" } } }),
		view.db.mail.count({ where: { sentAt: null, failedAt: null } }),
		view.db.mail.count({ where: { sentAt: { gte: new Date(view.now.getTime() - 24 * 60 * 60_000) } } }),
	]);
	return { failed, waiting, failedCount, waitingCount, sentToday };
}
