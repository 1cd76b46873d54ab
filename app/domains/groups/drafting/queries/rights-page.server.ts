import { inForce, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { lastDayText, personSelection } from "../../queries/names.server";
import { knownPeople } from "../../seats/queries/known-people.server";
import { documentRight } from "../document";
import { mayRunDocuments } from "../policy.server";
import { headOf } from "./document-pages.server";
import { type DocumentAddress, readableDocument } from "./find-document.server";
import { insideName } from "./remarks.server";

/** Who may write and read in a text: members by their seat, and who was given another right. @throws NotFound */
export async function rightsPage(view: View, at: DocumentAddress) {
	const document = await readableDocument(view, at);
	if (!mayRunDocuments(view.actor, document)) throw new NotFound();
	const [members, rights, known] = await Promise.all([
		view.db.groupMembership.findMany({
			where: { groupId: document.groupId, ...inForce(today(view.now)) },
			select: { personId: true, function: true, person: { select: personSelection } },
			orderBy: [{ validFrom: "asc" }, { id: "asc" }],
			take: 1_000,
		}),
		view.db.groupDocumentRight.findMany({
			where: { documentId: document.id },
			include: { person: { select: personSelection } },
			orderBy: [{ givenAt: "asc" }, { personId: "asc" }],
			take: 1_000,
		}),
		knownPeople(view, document.group),
	]);
	const given = new Map(rights.map((row) => [row.personId, row]));
	const memberIds = new Set(members.map(({ personId }) => personId));
	const shown = (personId: string, name: string, isMember: boolean) => {
		const row = given.get(personId);
		const lapsed = Boolean(row?.validUntil && row.validUntil <= today(view.now));
		return {
			personId,
			name,
			isMember,
			right: row && !lapsed ? documentRight(row.right) : null,
			lapsed,
			lastDay: row?.validUntil ? lastDayText(row.validUntil) : null,
		};
	};
	return {
		...headOf(document),
		id: document.id,
		people: [
			...members.map(({ personId, person }) => shown(personId, insideName(view, person), true)),
			...rights
				.filter(({ personId }) => !memberIds.has(personId))
				.map(({ personId, person }) => shown(personId, insideName(view, person), false)),
		],
		known: known.map(({ id, displayName }) => ({ value: id, label: displayName })),
	};
}
