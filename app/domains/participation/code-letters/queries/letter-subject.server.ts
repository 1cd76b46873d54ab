import { placeOf } from "~/domains/organisations/index.server";
import { houseAddress } from "~/platform/address.server";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayManageBox } from "../../ballots/policy.server";
import { boxById } from "../../ballots/queries/find-box.server";
import { codeLettersPath, type LetterKind, letterKinds } from "../../letter-codes";
import { lastMomentFor, nextOpeningFor } from "../../processes/index";
import { type FoundProcess, processAt, publicPost } from "../../processes/index.server";
import { mayManageSurveys } from "../../surveys/policy.server";
import { surveyById } from "../../surveys/queries/find-survey.server";
import { storedAddresses } from "../address-table";
import { letterKindIn } from "../subject";

export type LetterAddress = { place: string; process: string; kind: string; number: string };

/** What people take part in with a code. */
export type LetterSubject = {
	kind: LetterKind;
	id: string;
	number: number;
	title: string;
	/** Whether codes can be added or taken back now. */
	takesCodes: boolean;
	byLetter: boolean;
	process: FoundProcess;
	/** Short permanent address for people to type, and the page that asks for the code. */
	shortPath: string;
	path: string;
};

/** A survey or a ballot box for those who set it up. @throws NotFound, Forbidden, SignInNeeded */
export async function letterSubject(
	view: Pick<View, "db" | "now" | "actor">,
	kind: LetterKind,
	id: string,
): Promise<LetterSubject> {
	if (kind === "survey") {
		const { process, ...survey } = await surveyById(view, id);
		demand(mayManageSurveys, view.actor, process);
		const until = lastMomentFor(process.phases, "survey");
		return {
			...{ kind, id, process, title: survey.title, number: survey.position },
			byLetter: survey.electorate === "letter",
			takesCodes: until === null || view.now < until,
			shortPath: `/u/${survey.code}`,
			path: `/u/${survey.code}`,
		};
	}
	const { process, ...box } = await boxById(view, id);
	demand(mayManageBox, view.actor, process);
	const page = `/o/${process.organisation.space?.slug ?? ""}/beteiligung/${process.slug}/${letterKinds[kind]}`;
	return {
		...{ kind, id, process, title: box.title, number: box.position },
		byLetter: box.electorate === "letter",
		takesCodes: box.state === "preparing" || box.state === "frozen",
		shortPath: `/v/${process.code}`,
		path: `${page}/${box.position}/abstimmen`,
	};
}

/** The same by its address. @throws NotFound, Forbidden, SignInNeeded */
export async function letterSubjectAt(view: View, at: LetterAddress): Promise<LetterSubject> {
	const kind = letterKindIn(at.kind);
	const position = /^[1-9]\d{0,3}$/.test(at.number) ? Number(at.number) : null;
	if (!kind || position === null) throw new NotFound();
	const process = await processAt(view, at);
	const found =
		kind === "survey"
			? await view.db.survey.findUnique({
					where: { processId_position: { processId: process.id, position } },
					select: { id: true },
				})
			: await view.db.ballotBox.findUnique({
					where: { processId_kind_position: { processId: process.id, kind, position } },
					select: { id: true },
				});
	if (!found) throw new NotFound();
	return letterSubject(view, kind, found.id);
}

/** What the pages say about what the letters are for. */
function headOf({ process, ...subject }: LetterSubject, place: string) {
	const { kind, title, number, takesCodes, byLetter } = subject;
	return {
		...{ kind, title, number, takesCodes, byLetter },
		path: codeLettersPath({ place, process: process.slug, kind, number }),
		managed: `/o/${place}/verwaltung/beteiligung/${process.slug}/${letterKinds[kind]}/${number}`,
		place: { slug: place, name: process.organisation.space?.name ?? process.organisation.shortName },
		process: { slug: process.slug, title: process.title },
	};
}

export type LetterHead = ReturnType<typeof headOf>;

/** The letters of a survey or a vote, and how many codes are known. @throws NotFound, Forbidden, SignInNeeded */
export async function lettersPage(view: View, at: LetterAddress) {
	const subject = await letterSubjectAt(view, at);
	const { kind, id } = subject;
	const [runs, codes] = await Promise.all([
		view.db.codeLetterRun.findMany({
			where: { kind, subjectId: id },
			orderBy: { number: "desc" },
			take: 200,
			select: { id: true, number: true, letters: true, uploadedAt: true, madeAt: true, takenBackAt: true },
		}),
		kind === "survey"
			? view.db.surveyLetterCode.count({ where: { surveyId: id } })
			: view.db.ballotLetterCode.count({ where: { boxId: id } }),
	]);
	return { ...headOf(subject, at.place), subjectId: id, codes, runs };
}

async function runAt(view: View, at: LetterAddress & { run: string }) {
	const subject = await letterSubjectAt(view, at);
	const run = await view.db.codeLetterRun.findFirst({
		where: { id: givenId(at.run), kind: subject.kind, subjectId: subject.id },
	});
	if (!run) throw new NotFound();
	return { subject, run };
}

/** Addresses that are shown before the letters are made. */
const shown = 3;

/** Letters that are made together, before and after. @throws NotFound, Forbidden, SignInNeeded */
export async function runPage(view: View, at: LetterAddress & { run: string }) {
	const { subject, run } = await runAt(view, at);
	const { id, number, letters, uploadedAt, madeAt, takenBackAt } = run;
	return {
		...headOf(subject, at.place),
		run: { id, number, letters, uploadedAt, madeAt, takenBackAt },
		first: run.addresses === null ? [] : storedAddresses.parse(run.addresses).slice(0, shown),
	};
}

/** Everything that the letters of a run say. @throws NotFound, Forbidden, SignInNeeded */
export async function lettersToMake(view: View, at: LetterAddress & { run: string }) {
	const { subject, run } = await runAt(view, at);
	const { process } = subject;
	const [place, responsible] = await Promise.all([
		placeOf(view, at.place),
		publicPost(view, process.responsiblePostId),
	]);
	const wanted = subject.kind === "survey" ? "survey" : "vote";
	const until = lastMomentFor(process.phases, wanted);
	return {
		kind: subject.kind,
		title: subject.title,
		process: process.title,
		runId: run.id,
		number: run.number,
		addresses: run.addresses === null ? null : storedAddresses.parse(run.addresses),
		from: nextOpeningFor(process.phases, wanted, view.now),
		/** What closes at midnight is named by the day before it. */
		lastDay: until && new Date(until.getTime() - 1),
		shortAddress: houseAddress(subject.shortPath).replace(/^https?:\/\//, ""),
		url: houseAddress(subject.path),
		sender: {
			name: place.name,
			address: (place.address ?? "").split(/\r?\n/).filter((line) => line.trim() !== ""),
			office: responsible?.label ?? null,
			phone: responsible?.phone ?? place.phone,
			email: responsible?.mailbox ?? place.email,
		},
	};
}

export type LettersToMake = Awaited<ReturnType<typeof lettersToMake>>;
