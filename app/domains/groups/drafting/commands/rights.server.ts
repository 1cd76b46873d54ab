import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { knownPeople } from "../../seats/queries/known-people.server";
import type { DocumentRight } from "../document";
import { mayRunDocuments } from "../policy.server";
import { lockedDocument } from "./locked-document.server";

/**
 * Gives somebody another right in a text than the group gives: a guest reads or writes until a day, a member only reads, or
 * nothing. It counts at once, also for who is writing at this moment. `as-group` takes it back.
 * @param validUntil first day on which it no longer counts
 * @throws NotFound, Forbidden or SignInNeeded
 */
export const giveRight = command(
	"groups.give-document-right",
	async (
		world: ActWorld,
		input: { documentId: string; personId: string; right: DocumentRight | "as-group"; validUntil: Date | null },
	): Promise<Outcome<null, "person-unknown" | "end-in-the-past">> => {
		const { documentId, personId, right, validUntil } = input;
		const document = await lockedDocument(world, documentId);
		demand(mayRunDocuments, world.actor, document);
		if (validUntil && validUntil <= today(world.now)) return refused("end-in-the-past", { field: "lastDay" });
		const known =
			world.actor.kind === "house" || (await knownPeople(world, document.group)).some(({ id }) => id === personId);
		const had = await world.db.groupDocumentRight.count({ where: { documentId, personId } });
		if (!known && had === 0) return refused("person-unknown", { field: "personId" });
		if (right === "as-group") await world.db.groupDocumentRight.deleteMany({ where: { documentId, personId } });
		else {
			const given = { right, validUntil, givenById: personIdOf(world.actor), givenAt: world.now };
			await world.db.groupDocumentRight.upsert({
				where: { documentId_personId: { documentId, personId } },
				create: { documentId, personId, ...given },
				update: given,
			});
		}
		world.record({
			type: "groups.document.right-given",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { person: personId, right, until: validUntil?.toISOString().slice(0, 10) ?? null },
		});
		return done(null);
	},
);
