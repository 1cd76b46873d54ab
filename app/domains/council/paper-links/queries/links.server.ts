import { filesOf } from "~/domains/files/index.server";
import { placeOf } from "~/domains/organisations/index.server";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { ownedSubject } from "../../path/owned-subject.server";
import { pathAddress } from "../../path/path";
import { linkStates, storedWord } from "../../resolution";
import { linkKinds, linkRoles } from "../link";

/** The kept copies of a link that this reader may open, the latest first. */
async function copiesOf(view: View, id: string) {
	const files = await filesOf(view, { kind: "paper-link", id });
	const sums = await view.db.file.findMany({
		where: { id: { in: files.map((file) => file.id) } },
		select: { id: true, sha256: true, uploadedAt: true },
	});
	return files
		.map(({ id: fileId, name, bytes, href }) => {
			const sum = sums.find((one) => one.id === fileId);
			return { id: fileId, name, bytes, href, sha256: sum?.sha256 ?? "", takenAt: sum?.uploadedAt ?? null };
		})
		.reverse();
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(view: Pick<View, "db">, subject: { kind: string; id: string }) {
	return view.db.paperLink.findMany({
		where: { subjectKind: subject.kind, subjectId: subject.id, removedAt: null },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		take: 50,
		include: { system: { select: { name: true, removedAt: true } } },
	});
}

async function told(view: View, row: Row) {
	return {
		id: row.id,
		kind: storedWord(linkKinds, row.kind),
		role: storedWord(linkRoles, row.role),
		title: row.title,
		reference: row.reference,
		/** Where people read it: what OParl calls `web`, not the data. */
		webUrl: row.webUrl,
		oparlId: row.oparlId,
		system: row.system?.name ?? null,
		state: storedWord(linkStates, row.state),
		lastCheckedAt: row.lastCheckedAt,
		lastProblem: row.lastProblem,
		copies: await copiesOf(view, row.id),
	};
}

/** Where an object of ours stands in a council's own system; the caller has asked whether the object may be read. */
export async function linksOf(view: View, subject: { kind: string; id: string }) {
	return Promise.all((await rowsOf(view, subject)).map((row) => told(view, row)));
}

export type ShownLink = Awaited<ReturnType<typeof linksOf>>[number];

/** One link for those who work on it. @throws NotFound, Forbidden, SignInNeeded */
export async function managedLink(view: View, at: { place: string; link: string }) {
	const { organisationId, slug, name } = await placeOf(view, at.place);
	const row = await view.db.paperLink.findUnique({
		where: { id: givenId(at.link), organisationId, removedAt: null },
		include: { system: { select: { name: true, removedAt: true } } },
	});
	if (!row) throw new NotFound();
	const subject = { kind: row.subjectKind, id: row.subjectId };
	const about = await ownedSubject(view, subject);
	return {
		...(await told(view, row)),
		place: { slug, name },
		about: { title: about.title, path: pathAddress(slug, subject) ?? about.href },
	};
}
