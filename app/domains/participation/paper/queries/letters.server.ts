import { placeOf } from "~/domains/organisations/index.server";
import { houseAddress } from "~/platform/address.server";
import { dayOf } from "~/platform/calendar.server";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { publicPost } from "../../processes/queries/posts.server";
import { headOf } from "../../processes/queries/process-work.server";
import { lettersAtOnce } from "../paper";
import { slipGroups } from "../slip";
import { slipCode } from "../slip-code.server";
import { processForLetters } from "./enter-page.server";
import { countPendingReplies, pendingReplies } from "./pending-replies.server";
import { enteredAs, ownPage, withCode, writtenDown } from "./written-down.server";

type At = { place: string; process: string };

/** Letters to print, batches that were printed, and calls to make. @throws NotFound, Forbidden, SignInNeeded */
export async function lettersPage(view: View, at: At) {
	const process = await processForLetters(view, at);
	const [counts, letters, calls, batches, reachable] = await Promise.all([
		countPendingReplies(view, [process.id]),
		pendingReplies(view, { processId: process.id, way: "letter", most: lettersAtOnce }),
		pendingReplies(view, { processId: process.id, way: "call" }),
		view.db.letterBatch.findMany({
			where: { processId: process.id },
			orderBy: { number: "desc" },
			take: 100,
			select: { id: true, number: true, printedAt: true, sentAt: true, _count: { select: { replies: true } } },
		}),
		view.db.paperEntry.count({ where: { processId: process.id, wish: { not: "none" }, forgottenAt: null } }),
	]);
	return {
		...headOf(view, process, at.place),
		counts: counts.get(process.id) ?? { letters: 0, calls: 0, unsent: 0 },
		letters,
		calls,
		batches: batches.map(({ _count, ...batch }) => ({ ...batch, letters: _count.replies })),
		/** Authors on paper who wait for an answer or have been told lately. */
		reachable,
	};
}

/** One batch, with everything that its letters say. @throws NotFound, Forbidden, SignInNeeded */
export async function batchOfLetters(view: View, at: At & { batch: string }) {
	const process = await processForLetters(view, at);
	const batch = await view.db.letterBatch.findFirst({
		where: { id: givenId(at.batch), processId: process.id },
		include: {
			replies: {
				orderBy: { id: "asc" },
				select: {
					answerId: true,
					revision: true,
					entry: {
						select: { id: true, name: true, street: true, town: true, forgottenAt: true, ...enteredAs },
					},
				},
			},
		},
	});
	if (!batch) throw new NotFound();
	const [place, responsible, revisions] = await Promise.all([
		placeOf(view, at.place),
		publicPost(view, process.responsiblePostId),
		view.db.answerRevision.findMany({
			where: { answerId: { in: batch.replies.map(({ answerId }) => answerId) } },
			select: { answerId: true, revision: true, disposition: true, reasonText: true, releasedAt: true },
		}),
	]);
	return {
		...headOf(view, process, at.place),
		batchId: batch.id,
		number: batch.number,
		printedAt: batch.printedAt,
		printedOn: dayOf(batch.printedAt).toString(),
		sentAt: batch.sentAt,
		sender: {
			name: place.name,
			address: (place.address ?? "").split(/\r?\n/).filter((line) => line.trim() !== ""),
			office: responsible?.label ?? null,
			phone: responsible?.phone ?? place.phone,
			email: responsible?.mailbox ?? place.email,
		},
		lookUpAddress: houseAddress("/abholen").replace(/^https?:\/\//, ""),
		letters: batch.replies.map(({ answerId, revision, entry }) => {
			const { id, name, street, town, forgottenAt } = entry;
			const about = writtenDown(entry);
			const code = slipCode(id);
			const answer = revisions.find((one) => one.answerId === answerId && one.revision === revision);
			return {
				...{ name, street, town, forgottenAt },
				...about,
				slip: slipGroups(code),
				url: houseAddress(ownPage({ code, isComment: about.commentNumber !== null })),
				corrects: revisions.some((one) => one.answerId === answerId && one.revision < revision),
				disposition: answer?.disposition ?? "",
				reason: answer?.reasonText ?? "",
			};
		}),
	};
}

export type LetterBatch = Awaited<ReturnType<typeof batchOfLetters>>;

/** How the author of a contribution or a comment on paper is told. @throws NotFound, Forbidden, SignInNeeded */
export async function contactPage(view: View, at: At & { code: string }) {
	const process = await processForLetters(view, at);
	const entry = await view.db.paperEntry.findFirst({
		where: { processId: process.id, ...withCode(at.code) },
		include: {
			...enteredAs,
			replies: { orderBy: { id: "asc" }, select: { id: true, way: true, toldAt: true, revision: true } },
		},
	});
	if (!entry) throw new NotFound();
	const { id: entryId, replies, wish, name, street, town, phone, forgottenAt } = entry;
	return {
		...headOf(view, process, at.place),
		entryId,
		about: writtenDown(entry),
		replies,
		forgottenAt,
		reach: { wish, name: name ?? "", street: street ?? "", town: town ?? "", phone: phone ?? "" },
	};
}

/** Where the letters and calls of the authors on paper of a process stand. */
export async function waitingLetters(view: View, organisationIds: readonly string[]) {
	const processes = await view.db.process.findMany({
		where: {
			organisationId: { in: [...organisationIds] },
			paperEntries: { some: { wish: { not: "none" }, forgottenAt: null } },
		},
		orderBy: [{ answeredUntil: "asc" }, { id: "asc" }],
		take: 50,
		select: { id: true, slug: true, title: true, organisation: { select: { space: { select: { slug: true } } } } },
	});
	const counts = await countPendingReplies(
		view,
		processes.map(({ id }) => id),
	);
	return processes.flatMap(({ id, slug, title, organisation: { space } }) => {
		const count = counts.get(id);
		return space && count ? [{ title, at: { place: space.slug, process: slug }, ...count }] : [];
	});
}
