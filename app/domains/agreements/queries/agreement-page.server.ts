import { Temporal } from "temporal-polyfill";
import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { type AfterSummary, afterSummary } from "../afterwards/queries/after-summary.server";
import { annexesOfVersion } from "../annexes/queries/annexes.server";
import { type ApprovalEvidence, approvalEvidence } from "../approval/queries/approval-evidence.server";
import { type ApprovalShown, approvalState } from "../approval/queries/approval-state.server";
import { openPointsOf } from "../clauses/queries/talk.server";
import type { AgreementContent } from "../content";
import { contractName } from "../contract-name";
import { readDraft } from "../drafting/queries/draft.server";
import { mayActFor, mayLead, mayReadInside, maySpeakFor, signsAs } from "../policy.server";
import { type SealShown, sealOf } from "../sealing/queries/seal.server";
import { type SignedSlot, signaturesOf } from "../signing/queries/signatures.server";
import type { AgreementState } from "../state";
import { type Found, findAgreement } from "./find-agreement.server";
import { fromContent, fromDraft, type ShownAgreement } from "./shown-agreement.server";

export type AgreementPage = {
	id: string;
	code: string;
	number: string;
	title: string;
	state: AgreementState;
	inForceFrom: string | null;
	/** On which it counts; null: until notice. */
	lastDay: string | null;
	shown: ShownAgreement;
	version: {
		number: number;
		day: string;
		sha256: string;
		verificationCode: string;
		pdfHref: string;
		readingHref: string | null;
	} | null;
	/** Once it is concluded. */
	seal: SealShown | null;
	/** For the parties only. */
	signatures: SignedSlot[] | null;
	refusal: { number: number; reason: string } | null;
	editHref: string | null;
	after: AfterSummary;
	/** For the parties only, once it is concluded: how many have agreed, and for whom this reader may. */
	publication: { agreed: number; all: number; mine: { organisationId: string; name: string }[] } | null;
	/** For the parties, while they coordinate: what is open between them. */
	open: { marks: number; comments: number } | null;
	/** Where an authority has to approve, once all have signed. */
	approval: (ApprovalShown & { evidence: ApprovalEvidence[] }) | null;
	/** How the open version is signed. */
	round: { deadline: string | null; sequential: boolean } | null;
	may: { sign: boolean; seeInside: boolean; invite: boolean };
};

async function publicationOf(view: View, agreement: Found) {
	const { partyIds, publishedBy } = agreement;
	const ids = partyIds.filter(
		(organisationId) =>
			!publishedBy.includes(organisationId) && mayActFor(view.actor, { ...agreement, organisationId }),
	);
	const mine = await view.db.organisation.findMany({
		where: { id: { in: ids } },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: { id: true, name: true, registerType: true },
	});
	return {
		agreed: partyIds.filter((id) => publishedBy.includes(id)).length,
		all: partyIds.length,
		mine: mine.map((organisation) => ({ organisationId: organisation.id, name: contractName(organisation) })),
	};
}

async function roundOf(view: View, versionId: string) {
	const round = await view.db.agreementRound.findUnique({
		where: { versionId },
		select: { deadline: true, sequential: true },
	});
	return round && { deadline: round.deadline && fromStored(round.deadline).toString(), sequential: round.sequential };
}

/** The page of one agreement: its version for signature as it was frozen, before that the draft. @throws NotFound */
export async function agreementPage(view: View, code: string): Promise<AgreementPage> {
	const agreement = await findAgreement(view, code);
	const inside = mayReadInside(view.actor, agreement);
	const frozen = agreement.state === "frozen" || agreement.state === "concluded";
	const version = frozen
		? await view.db.agreementVersion.findFirst({
				where: { agreementId: agreement.id, round: { state: { in: ["open", "completed"] } } },
				orderBy: { number: "desc" },
			})
		: null;
	const today = dayOf(view.now).toString();
	// The version holds what `contentOf` wrote; the database lets nobody change it.
	const shown = version
		? fromContent(JSON.parse(version.content) as AgreementContent)
		: fromDraft(await readDraft(view.db, agreement.id, today));
	if (version) shown.annexes = await annexesOfVersion(view, version.id);
	const { endsOn } = shown.dates;
	const signatures = inside && version ? await signaturesOf(view, version.id) : null;
	const refused =
		inside && agreement.state === "presented"
			? await view.db.agreementRound.findFirst({
					where: { state: "refused", version: { agreementId: agreement.id } },
					orderBy: { closedAt: "desc" },
					select: { reason: true, version: { select: { number: true } } },
				})
			: null;
	const space = mayLead(view.actor, agreement)
		? await view.db.space.findUnique({ where: { organisationId: agreement.ownerId }, select: { slug: true } })
		: null;
	const approval = agreement.state === "concluded" ? await approvalState(view, agreement) : null;
	return {
		id: agreement.id,
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		state: agreement.stateNow,
		inForceFrom: agreement.inForceFrom?.toISOString().slice(0, 10) ?? null,
		lastDay: endsOn && Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString(),
		shown,
		version: version && {
			number: version.number,
			day: dayOf(version.frozenAt).toString(),
			sha256: version.sha256,
			verificationCode: version.verificationCode,
			pdfHref: `/datei/${version.pdfFileId}`,
			readingHref: version.readingFileId && `/datei/${version.readingFileId}`,
		},
		seal: version && agreement.state === "concluded" ? await sealOf(view, version.id) : null,
		signatures,
		refusal: refused?.reason ? { number: refused.version.number, reason: refused.reason } : null,
		publication: inside && agreement.state === "concluded" ? await publicationOf(view, agreement) : null,
		open: inside && agreement.state === "presented" ? await openPointsOf(view, agreement.id) : null,
		after: await afterSummary(view, agreement, inside),
		editHref: space && `/o/${space.slug}/verwaltung/vereinbarungen/${agreement.code}`,
		approval: approval && {
			...approval,
			next: mayLead(view.actor, agreement) ? approval.next : [],
			evidence: inside ? await approvalEvidence(view, approval.versionId) : [],
		},
		round: agreement.state === "frozen" && version ? await roundOf(view, version.id) : null,
		may: {
			sign:
				agreement.state === "frozen" &&
				(signatures ?? []).some((slot) => signsAs(view.actor, slot, agreement) !== null),
			seeInside: inside,
			invite:
				(agreement.state === "presented" || agreement.state === "frozen") &&
				(mayLead(view.actor, agreement) ||
					agreement.partyIds.some((organisationId) => maySpeakFor(view.actor, { organisationId }))),
		},
	};
}
