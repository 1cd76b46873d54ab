import { house } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import { joined, type Manifest, type Subject, type SubjectView } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { tellCalendar } from "./afterwards/commands/tell-calendar.server";
import { afterwards } from "./afterwards/manifest.server";
import { annexSubject } from "./annexes/queries/annexes.server";
import { clearBySilence } from "./approval/commands/note-approval.server";
import { approvalSubject, decisionSubject } from "./authority/queries/evidence.server";
import { tellSettlement } from "./costs/notices.server";
import { invitedTo } from "./guests/queries/guests.server";
import { messages } from "./messages";
import { noticeMessages } from "./notice-messages";
import {
	askNext,
	askToSign,
	remindToSign,
	sendSealed,
	tellCleared,
	tellConcluded,
	tellDisapproved,
	tellLapsed,
	tellRefused,
} from "./notices.server";
import { personalData } from "./personal-data.server";
import { mayHandlePaper, mayReadInside } from "./policy.server";
import { type Found, findMany } from "./queries/find-agreement.server";
import { waitingFor } from "./queries/lists.server";
import { sealDue, sealVersion } from "./sealing/commands/seal.server";
import { keyIsMissing } from "./sealing/queries/seal-key.server";
import { lapseRounds } from "./signing/commands/end-round.server";
import { sealJob } from "./signing/commands/open-round.server";
import { remindSignatories } from "./signing/commands/remind.server";

function subjectView(view: View, agreement: Found, id: string): SubjectView {
	const t = textFor(view.locale, messages);
	return {
		id,
		title: agreement.title,
		href: `/vereinbarungen/${agreement.code}`,
		kindLabel: t("kind"),
		state: t(`state.${agreement.stateNow}`),
		at: agreement.inForceFrom,
		organisationId: agreement.ownerId,
	};
}

const agreement: Subject = {
	async resolve(view, ids) {
		const found = await findMany(view, ids);
		return new Map(found.map((one) => [one.id, subjectView(view, one, one.id)]));
	},
	async findByCode({ db }, code) {
		const row = await db.agreement.findUnique({ where: { code: code.toUpperCase() }, select: { id: true } });
		return row?.id ?? null;
	},
	async searchText(db, id) {
		const row = await db.agreement.findUnique({
			where: { id },
			select: {
				createdAt: true,
				concludedAt: true,
				number: true,
				blocks: { orderBy: { position: "asc" }, select: { text: true } },
				parties: { select: { organisation: { select: { shortName: true } } } },
			},
		});
		const [found] = await findMany({ db, actor: house, now: row?.createdAt ?? new Date(0), locale: "de" }, [id]);
		if (!row || !found) return null;
		return {
			ownerId: found.ownerId,
			isPublic: found.published,
			title: found.title,
			body: [
				row.number,
				...row.parties.map(({ organisation }) => organisation.shortName),
				...row.blocks.map(({ text }) => text),
			].join("\n"),
			at: row.concludedAt ?? row.createdAt,
		};
	},
};

/** The PDF of a version: for whoever may read the agreement, as long as it is the one to sign or the one that was concluded. */
const version: Subject = {
	async resolve(view, ids) {
		return new Map((await agreementsOfVersions(view, ids)).map(({ id, found }) => [id, subjectView(view, found, id)]));
	},
	async mayReadFiles(view, id) {
		return (await agreementsOfVersions(view, [id])).length > 0;
	},
};

async function agreementsOfVersions(view: View, ids: string[]): Promise<{ id: string; found: Found }[]> {
	const rows = await view.db.agreementVersion.findMany({
		where: { id: { in: ids } },
		select: { id: true, agreementId: true, round: { select: { state: true } } },
		take: 1000,
	});
	const found = await findMany(
		view,
		rows.map(({ agreementId }) => agreementId),
	);
	return rows.flatMap(({ id, agreementId, round }) => {
		const one = found.find((entry) => entry.id === agreementId);
		// What was refused or withdrawn is known to the parties only.
		return one && (round?.state === "completed" || mayReadInside(view.actor, one)) ? [{ id, found: one }] : [];
	});
}

/** The protocol names who signed: only for the parties, also when the agreement is published. */
const protocol: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const [one] = await agreementsOfVersions(view, [id]);
		return one !== undefined && mayReadInside(view.actor, one.found);
	},
};

/** Scans of signed papers show signatures: only for those who handle papers of that party. */
const scan: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const row = await view.db.agreementScan.findUnique({
			where: { id },
			select: { organisationId: true, version: { select: { agreementId: true } } },
		});
		const [found] = row ? await findMany(view, [row.version.agreementId]) : [];
		return (
			row !== null &&
			found !== undefined &&
			mayHandlePaper(view.actor, { ownerId: found.ownerId, organisationId: row.organisationId })
		);
	},
};

/** Files with qualified signatures: for the parties, who sign and check them. */
const qualified: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const row = await view.db.agreementQualifiedSignature.findUnique({
			where: { id },
			select: { version: { select: { agreementId: true } } },
		});
		const [found] = row ? await findMany(view, [row.version.agreementId]) : [];
		return found !== undefined && mayReadInside(view.actor, found);
	},
};

const signing: Omit<Manifest, "domain"> = {
	subjects: {
		agreement,
		"agreement-version": version,
		"agreement-protocol": protocol,
		"agreement-scan": scan,
		"agreement-annex": annexSubject,
		"agreement-decision": decisionSubject,
		"agreement-approval": approvalSubject,
		"agreement-qualified": qualified,
	},
	notices: {
		"agreements.version.frozen": askToSign,
		"agreements.version.turn-came": askNext,
		"agreements.agreement.concluded": tellConcluded,
		"agreements.version.refused": tellRefused,
		"agreements.version.sealed": sendSealed,
		"agreements.version.lapsed": tellLapsed,
		"agreements.version.reminded": remindToSign,
		"agreements.approval.cleared": tellCleared,
		"agreements.approval.refused": tellDisapproved,
		"agreements.settlement.drawn-up": tellSettlement,
	},
	reindex: ({ type, subject }) =>
		type.startsWith("agreements.") && subject.kind === "agreement" ? [{ kind: "agreement", id: subject.id }] : [],
	sweeps: {
		"agreements-calendar": tellCalendar,
		"agreements-seal": sealDue,
		"agreements-lapse": lapseRounds,
		"agreements-remind": remindSignatories,
		"agreements-approval": clearBySilence,
	},
	jobs: {
		async [sealJob](world, { versionId }) {
			await sealVersion(world, String(versionId));
		},
	},
	async waiting(view) {
		const t = textFor(view.locale, noticeMessages);
		const { sign, check, qualified, seal } = await waitingFor(view);
		const [first] = sign;
		const [paper] = check;
		const [signature] = qualified;
		const [unsealed] = seal;
		const invited = await invitedTo(view);
		const [invitation] = invited;
		return [
			...((await keyIsMissing(view))
				? [{ label: t("waiting.sealKey"), count: 1, href: "/betrieb/pruefvermerk", urgent: true }]
				: []),
			...(first
				? [
						{
							label: t("waiting.sign"),
							count: sign.length,
							href: `/vereinbarungen/${first}/unterschreiben`,
							urgent: true,
						},
					]
				: []),
			...(invitation
				? [
						{
							label: t("waiting.guest"),
							count: invited.length,
							href: `/vereinbarungen/${invitation}`,
							urgent: false,
						},
					]
				: []),
			...(paper
				? [{ label: t("waiting.check"), count: check.length, href: `/vereinbarungen/${paper}/papier`, urgent: false }]
				: []),
			...(signature
				? [
						{
							label: t("waiting.qualified"),
							count: qualified.length,
							href: `/vereinbarungen/${signature}/signatur`,
							urgent: false,
						},
					]
				: []),
			...(unsealed
				? [
						{
							label: t("waiting.seal"),
							count: seal.length,
							href: `/vereinbarungen/${unsealed}#pruefvermerk`,
							urgent: false,
						},
					]
				: []),
		];
	},
	personalData,
};

/** What the house needs to know of agreements. */
export const manifest = joined("agreements", [signing, afterwards]);
