import { z } from "zod";
import { attach, readUploadForm } from "~/domains/files/index.server";
import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { dayOf, fromStored } from "~/platform/calendar.server";
import { log } from "~/platform/log.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newCode, newId } from "~/platform/tokens.server";
import { pagesOf } from "~/platform/typesetting/pages.server";
import { NotTypeset } from "~/platform/typesetting/typeset.server";
import type { World } from "~/platform/world.server";
import { brokenAnnex, keepAnnexes } from "../../annexes/commands/freeze-annexes.server";
import { type AgreementContent, contentOf, type FullDraft } from "../../content";
import { sharesOf } from "../../costs/frozen-costs";
import { asChecked, readDraft } from "../../drafting/queries/draft.server";
import { whatIsMissing } from "../../drafting/readiness";
import { mayLead } from "../../policy.server";
import { findAgreement, holdAgreement } from "../../queries/find-agreement.server";
import { makePaper, type Paper } from "../../rendering/paper.server";
import { after, mayStep } from "../../state";
import { gatesOf } from "../../templates/agreement-type";

type Refused =
	| "step-not-now"
	| "changed-meanwhile"
	| "incomplete"
	| "paper-failed"
	| "too-many-pages"
	| "annex-broken"
	| "deadline-past";

/** One party after the other or all at once, and the last day for it. */
export type RoundGiven = { sequential: boolean; deadline: Date | null };

/** Long enough that nobody guesses one (about 99 bits). */
const codeLength = 20;

const allAtOnce: RoundGiven = { sequential: false, deadline: null };

const paperLimits = { files: 2, fileBytes: 20_000_000, totalBytes: 40_000_000, kinds: ["pdf"] as const };

/**
 * Makes the version for signature: checks that nothing is missing, sets the paper (before any transaction), and freezes
 * exactly the draft that was checked and set.
 * @param changes the count of changes that the page showed
 * @param origin where /pruefen is reached; printed on the paper
 * @returns refused with "incomplete" (the page lists what is missing), "changed-meanwhile", "paper-failed",
 * "deadline-past", "step-not-now", "too-many-pages" (the short form has two at most), "annex-broken"
 */
export async function freeze(
	world: World,
	{ code, changes, origin, round = allAtOnce }: { code: string; changes: number; origin: string; round?: RoundGiven },
): Promise<Outcome<{ versionId: string; sha256: string }, Refused>> {
	const agreement = await findAgreement(world, code);
	demand(mayLead, world.actor, agreement);
	if (!mayStep(agreement.state, "freeze")) return refused("step-not-now");
	if (agreement.changes !== changes) return refused("changed-meanwhile");
	const today = dayOf(world.now).toString();
	if (round.deadline && fromStored(round.deadline).toString() < today) {
		return refused("deadline-past", { field: "deadline" });
	}
	const draft = await readDraft(world.db, agreement.id, today);
	if (whatIsMissing(asChecked(draft), today).length > 0) return refused("incomplete");
	const broken = await brokenAnnex(draft.particulars.annexes);
	if (broken !== null) return refused("annex-broken", { values: { title: broken } });
	const number = (await world.db.agreementVersion.count({ where: { agreementId: agreement.id } })) + 1;
	const content = contentOf(draft, number, today);
	const verificationCode = newCode(codeLength);
	let paper: Paper;
	try {
		paper = await makePaper(content, { verificationCode, origin });
	} catch (error) {
		if (!(error instanceof NotTypeset)) throw error;
		log.error({ err: error, agreement: agreement.id }, "a version could not be set");
		return refused("paper-failed");
	}
	const most = gatesOf(draft.type).pages;
	const pages = most === null ? 0 : await pagesOf(paper.pdf);
	if (most !== null && pages > most) return refused("too-many-pages", { values: { pages, most } });
	const upload = await readUploadForm(asUpload(paper, `${draft.number}-${number}`), z.object({}), paperLimits);
	const files = upload.valid ? upload.files : [];
	const [stored, reading] = ["pdf", "reading"].map((field) => files.find((file) => file.field === field));
	if (!upload.valid || !stored || !reading) throw new Error("the paper of a version could not be stored");
	return upload.act(() =>
		keepVersion(world, {
			code,
			changes: draft.changes,
			content,
			verificationCode,
			paper,
			stored,
			reading,
			annexes: draft.particulars.annexes,
			round,
		}),
	);
}

/** The storage takes files as forms bring them. */
function asUpload({ pdf, reading }: Paper, name: string): Request {
	const form = new FormData();
	const type = "application/pdf";
	form.set("pdf", new File([Uint8Array.from(pdf)], `${name}.pdf`, { type }));
	form.set("reading", new File([Uint8Array.from(reading)], `${name}-Lesefassung.pdf`, { type }));
	return new Request("http://own.invalid/", { method: "POST", body: form });
}

type Version = {
	code: string;
	changes: number;
	content: AgreementContent;
	verificationCode: string;
	paper: Paper;
	stored: StoredFile;
	reading: StoredFile;
	annexes: FullDraft["particulars"]["annexes"];
	round: RoundGiven;
};

const keepVersion = command(
	"agreements.freeze",
	async (world, input: Version): Promise<Outcome<{ versionId: string; sha256: string }, Refused>> => {
		const { content, paper, stored, reading } = input;
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		if (!mayStep(agreement.state, "freeze")) return refused("step-not-now");
		if (agreement.changes !== input.changes) return refused("changed-meanwhile");
		const versionId = newId(world.now);
		await world.db.agreementVersion.create({
			data: {
				id: versionId,
				agreementId: agreement.id,
				number: content.version,
				content: paper.canonical,
				sha256: paper.sha256,
				verificationCode: input.verificationCode,
				pdfFileId: stored.id,
				pdfSha256: stored.sha256,
				readingFileId: reading.id,
				frozenAt: world.now,
				frozenById: personIdOf(world.actor),
			},
		});
		await world.db.agreementSlot.createMany({
			data: content.parties.flatMap(({ place, organisation, form, officialTitle, signatories }) =>
				signatories.map(({ postId }) => ({
					id: newId(world.now),
					versionId,
					organisationId: organisation.id,
					postId,
					position: place,
					requiredForm: form,
					officialTitle,
				})),
			),
		});
		await keepAnnexes(world, versionId, input.annexes);
		await world.db.agreementShare.createMany({ data: sharesOf(content).map((share) => ({ versionId, ...share })) });
		await world.db.agreementRound.create({ data: { versionId, state: "open", openedAt: world.now, ...input.round } });
		await world.db.agreement.update({ where: { id: agreement.id }, data: { state: after(agreement.state, "freeze") } });
		const subject = { kind: "agreement-version", id: versionId };
		await attach(world, { ownerId: agreement.ownerId, subject, stored });
		await attach(world, { ownerId: agreement.ownerId, subject, stored: reading });
		world.record({
			type: "agreements.version.frozen",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: versionId, number: content.version, sha256: paper.sha256, pdfSha256: stored.sha256 },
		});
		return done({ versionId, sha256: paper.sha256 });
	},
);
