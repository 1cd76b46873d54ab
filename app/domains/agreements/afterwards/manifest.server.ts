import { textFor } from "~/platform/i18n";
import type { Manifest, Subject } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { tellPrepared, tellPrincipal } from "../on-behalf/notices.server";
import { mayLead, mayReadInside } from "../policy.server";
import { findMany } from "../queries/find-agreement.server";
import { deriveObligations } from "./commands/obligations.server";
import { remind } from "./commands/remind.server";
import { afterNoticeMessages } from "./notice-messages";
import { tellNearing, tellObligationNearing } from "./notices.server";
import { personalData } from "./personal-data.server";
import { obligationsWaiting } from "./queries/obligations.server";
import { waiversWaiting } from "./queries/waivers.server";
import { tellWaived, tellWaiverDeclined, tellWaiverProposed, tellWaiverWithdrawn } from "./waiver-notices.server";

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

/** The decision on which a word in a party's name rests: for the parties. */
const word: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const row = await view.db.agreementWordOnBehalf.findUnique({ where: { id }, select: { agreementId: true } });
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
	const overdue = due.filter((date) => date.overdue).length;
	const waivers = await waiversWaiting(view);
	const [waiver] = waivers;
	return [
		...(first
			? [
					{
						label: t(overdue > 0 ? "waiting.overdue" : "waiting.due"),
						count: overdue > 0 ? overdue : due.length,
						href: `/vereinbarungen/${first.code}/pflichten`,
						urgent: overdue > 0,
					},
				]
			: []),
		...(waiver
			? [
					{
						label: t("waiting.waiver"),
						count: waivers.length,
						href: `/vereinbarungen/${waiver}/pflichten#verzicht`,
						urgent: false,
					},
				]
			: []),
	];
}

export const afterwards: Omit<Manifest, "domain"> = {
	subjects: {
		"agreement-obligation": evidence,
		"agreement-notice": notice,
		"agreement-word": word,
		"existing-contract": existingContract,
	},
	notices: {
		"agreements.calendar.nears": tellNearing,
		"agreements.obligation.nears": tellObligationNearing,
		"agreements.waiver.proposed": tellWaiverProposed,
		"agreements.waiver.withdrawn": tellWaiverWithdrawn,
		"agreements.waiver.declined": tellWaiverDeclined,
		"agreements.obligation.waived": tellWaived,
		"agreements.word.given-on-behalf": tellPrincipal,
		"agreements.notice.prepared": tellPrepared,
	},
	sweeps: { "agreements-obligations": deriveObligations, "agreements-reminders": remind },
	waiting,
	personalData,
};
