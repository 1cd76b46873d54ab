import { Temporal } from "temporal-polyfill";
import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { type AfterSummary, afterSummary } from "../afterwards/queries/after-summary.server";
import { annexesOfVersion } from "../annexes/queries/annexes.server";
import { type ApprovalEvidence, approvalEvidence } from "../approval/queries/approval-evidence.server";
import { type ApprovalShown, approvalState } from "../approval/queries/approval-state.server";
import { openPointsOf } from "../clauses/queries/talk.server";
import type { AgreementContent, DutyPhase } from "../content";
import { contractName } from "../contract-name";
import type { CostClass } from "../costs/cost-item";
import type { CoverKind, Standing } from "../costs/coverage";
import { frozenDetails } from "../costs/frozen-costs";
import { distribute, type ShareKey } from "../costs/shares";
import { type ShownDetails, shownDetails } from "../costs/shown-details";
import { type DraftRead, readDraft } from "../drafting/queries/draft.server";
import type { PartyRole } from "../drafting/readiness";
import type { RequiredForm } from "../form-rules/form-rule";
import type { NoticePeriod } from "../notice-period/notice-period";
import type { Approval, Rhythm } from "../particulars/particulars";
import { mayActFor, mayLead, mayReadInside, maySpeakFor, signsAs } from "../policy.server";
import { type SealShown, sealOf } from "../sealing/queries/seal.server";
import { type SignedSlot, signaturesOf } from "../signing/queries/signatures.server";
import type { AgreementState } from "../state";
import type { AgreementType } from "../templates/agreement-type";
import { type Found, findAgreement } from "./find-agreement.server";

/** An agreement as its page shows it, from a version as it was frozen or from a draft as it stands; parties by name. */
export type ShownAgreement = {
	dates: AgreementContent["dates"];
	parties: { name: string; role: PartyRole; form: RequiredForm | null; signatories: string[] }[];
	blocks: { key: string; heading: string; text: string }[];
	duties: { task: string; phase: DutyPhase; responsible: string; helpers: string[] }[];
	milestones: { title: string; day: string; phase: DutyPhase }[];
	items: {
		label: string;
		costClass: CostClass;
		key: ShareKey;
		parties: string[];
		years: { year: number; cents: string; shares: string[] }[];
		sum: string;
		details: ShownDetails;
	}[];
	cover: { year: number; label: string; cents: string; standing: Standing | null; bearer: string; kind?: CoverKind }[];
	/** `yearly` in cents as text; none in versions of before it was asked. */
	commitments: { party: string; from: string; until: string; basis: string; adjustment: string; yearly?: string }[];
	noticePeriod: NoticePeriod | null;
	/** Null for agreements of before there were types. */
	type: AgreementType | null;
	boundUntil: string | null;
	fundingConditions: { party: string; text: string; evidence: string; source: string; dueOn: string | null }[];
	informationDuties: { party: string; subject: string; recipient: string; rhythm: Rhythm; firstOn: string | null }[];
	publicRelations: { approval: Approval; days: number; logoRule: string } | null;
	contacts: { party: string; office: string; reach: string }[];
	annexes: { title: string; name: string; sha256: string; href: string | null }[];
};

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

const sum = (amounts: readonly { cents: string }[]) =>
	amounts.reduce((total, { cents }) => total + BigInt(cents), 0n).toString();

/** A version as it was frozen. */
export function fromContent(content: AgreementContent): ShownAgreement {
	const name = (place: number) => content.parties.find((party) => party.place === place)?.organisation.name ?? "";
	return {
		...content,
		parties: content.parties.map(({ organisation, role, form, signatories }) => ({
			name: organisation.name,
			role,
			form,
			signatories: signatories.map(({ title }) => title),
		})),
		duties: content.duties.map((duty) => ({
			...duty,
			responsible: name(duty.responsible),
			helpers: duty.helpers.map(name),
		})),
		items: content.items.map(({ label, costClass, key, basis, years, ...details }) => ({
			label,
			costClass,
			key,
			parties: basis.map(({ party }) => name(party)),
			years: years.map(({ year, cents, shares }) => ({ year, cents, shares: shares.map((share) => share.cents) })),
			sum: sum(years),
			details: shownDetails(details, name),
		})),
		commitments: content.commitments.map((entry) => ({ ...entry, party: name(entry.party) })),
		noticePeriod: content.noticePeriod ?? null,
		type: content.type ?? null,
		...shownParticulars(content, name),
		annexes: (content.annexes ?? []).map(({ title, name: file, sha256 }) => ({
			title,
			name: file,
			sha256,
			href: null,
		})),
	};
}

function shownParticulars<Party>(
	given: {
		boundUntil?: string | null;
		fundingConditions?: readonly (Omit<ShownAgreement["fundingConditions"][number], "party"> & { party: Party })[];
		informationDuties?: readonly (Omit<ShownAgreement["informationDuties"][number], "party"> & { party: Party })[];
		publicRelations?: ShownAgreement["publicRelations"];
		contacts?: readonly (Omit<ShownAgreement["contacts"][number], "party"> & { party: Party })[];
	},
	name: (party: Party) => string,
) {
	const named = <Line extends { party: Party }>(lines: readonly Line[] = []) =>
		lines.map((line) => ({ ...line, party: name(line.party) }));
	return {
		boundUntil: given.boundUntil ?? null,
		fundingConditions: named(given.fundingConditions),
		informationDuties: named(given.informationDuties),
		publicRelations: given.publicRelations ?? null,
		contacts: named(given.contacts),
	};
}

/** A draft may still lack anything; a key that cannot decide yet shows no shares. */
export function fromDraft(draft: DraftRead): ShownAgreement {
	const name = (id: string) => draft.parties.find((party) => party.id === id)?.organisation.name ?? "";
	const { effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths } = draft;
	return {
		dates: { effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths },
		parties: draft.parties.map(({ organisation, role, form, signatories }) => ({
			name: organisation.name,
			role,
			form,
			signatories: signatories.map(({ title }) => title),
		})),
		blocks: draft.blocks.map(({ key, heading, text }) => ({ key, heading, text })),
		duties: draft.duties.map((duty) => ({
			task: duty.task,
			phase: duty.phase,
			responsible: name(duty.responsible),
			helpers: duty.helpers.map(name),
		})),
		milestones: draft.milestones.map(({ title, day, phase }) => ({ title, day, phase })),
		items: draft.items.map((item) => {
			const years = item.years.map(({ year, cents }) => {
				const shares = distribute(cents, item);
				return {
					year,
					cents: cents.toString(),
					shares: shares.done ? shares.value.map((share) => share.cents.toString()) : [],
				};
			});
			const { label, costClass, key } = item;
			const order = draft.parties.map(({ id }) => id);
			const details = frozenDetails(item, (party) => order.indexOf(party));
			return {
				label,
				costClass,
				key,
				parties: item.basis.map(({ party }) => name(party)),
				years,
				sum: sum(years),
				details: shownDetails(details, (place) => name(order[place] ?? "")),
			};
		}),
		cover: draft.cover.map(({ year, label, cents, standing, bearer, kind }) => ({
			year,
			label,
			cents: cents.toString(),
			standing,
			bearer,
			kind,
		})),
		commitments: draft.commitments.map(({ party, from, until, yearly, basis, adjustment }) => ({
			party: name(party),
			from,
			until,
			basis,
			adjustment,
			...(yearly !== null && { yearly: yearly.toString() }),
		})),
		noticePeriod: draft.noticePeriod,
		type: draft.typed ? draft.type : null,
		...shownParticulars(draft.particulars, name),
		annexes: draft.particulars.annexes.map(({ title, name: file, sha256, fileId }) => ({
			title,
			name: file,
			sha256,
			href: `/datei/${fileId}`,
		})),
	};
}

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
