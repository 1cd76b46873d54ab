import { textFor } from "~/platform/i18n";
import type { Manifest, Subject } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayLead, mayReadInside } from "../policy.server";
import { findMany } from "../queries/find-agreement.server";
import { deriveObligations } from "./commands/obligations.server";
import { remind } from "./commands/remind.server";
import { afterNoticeMessages } from "./notice-messages";
import { tellNearing, tellObligationNearing } from "./notices.server";
import { personalData } from "./personal-data.server";
import { obligationsWaiting } from "./queries/obligations.server";

/** Evidence of an obligation: for the parties. */
const evidence: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const row = await view.db.agreementObligationDate.findUnique({
			where: { id },
			select: { obligation: { select: { agreementId: true } } },
		});
		const [found] = row ? await findMany(view, [row.obligation.agreementId]) : [];
		return found !== undefined && mayReadInside(view.actor, found);
	},
};

/** The letter of a notice: for the parties. */
const notice: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const row = await view.db.agreementNotice.findUnique({ where: { id }, select: { agreementId: true } });
		const [found] = row ? await findMany(view, [row.agreementId]) : [];
		return found !== undefined && mayReadInside(view.actor, found);
	},
};

/** The scan of an existing contract: for those who work where it was entered. */
const existingContract: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const row = await view.db.existingContract.findUnique({ where: { id }, select: { ownerId: true } });
		return row !== null && mayLead(view.actor, row);
	},
};

async function waiting(view: View) {
	const t = textFor(view.locale, afterNoticeMessages);
	const due = await obligationsWaiting(view);
	const [first] = due;
	if (!first) return [];
	const overdue = due.filter((date) => date.overdue).length;
	return [
		{
			label: t(overdue > 0 ? "waiting.overdue" : "waiting.due"),
			count: overdue > 0 ? overdue : due.length,
			href: `/vereinbarungen/${first.code}/pflichten`,
			urgent: overdue > 0,
		},
	];
}

export const afterwards: Omit<Manifest, "domain"> = {
	subjects: { "agreement-obligation": evidence, "agreement-notice": notice, "existing-contract": existingContract },
	notices: {
		"agreements.calendar.nears": tellNearing,
		"agreements.obligation.nears": tellObligationNearing,
	},
	sweeps: { "agreements-obligations": deriveObligations, "agreements-reminders": remind },
	waiting,
	personalData,
};
