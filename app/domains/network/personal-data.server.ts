import { today } from "~/platform/calendar.server";
import type { PersonalData } from "~/platform/manifest.server";
import { deleteForsakenNotes } from "./forsaken-notes.server";
import { everythingAbout } from "./people/everything.server";
import { forget } from "./people/forget.server";

/** Entries about people who have an account here go with it; who entered something is forgotten, the entry stays. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const about = await db.networkParty.findMany({ where: { personId }, select: { id: true }, orderBy: { id: "asc" } });
		const entered = await db.networkParty.count({ where: { authorId: personId } });
		const notes = await db.networkNote.findMany({
			where: { authorId: personId },
			select: { happenedOn: true, text: true },
			orderBy: [{ happenedOn: "asc" }, { id: "asc" }],
		});
		const network = await everythingAbout(
			db,
			about.map(({ id }) => id),
		);
		return { network, networkEntriesWritten: entered, networkNotesWritten: notes };
	},

	async erase(view, personId) {
		const { db } = view;
		const about = await db.networkParty.findMany({
			where: { personId, mergedIntoId: null, erasedAt: null },
			orderBy: { id: "asc" },
		});
		for (const party of about) await forget(view, party);
		await db.networkParty.updateMany({ where: { personId }, data: { personId: null } });
		const author = { where: { authorId: personId }, data: { authorId: null } };
		const confirmer = { where: { confirmedById: personId }, data: { confirmedById: null } };
		await db.networkParty.updateMany(author);
		await db.networkParty.updateMany(confirmer);
		await db.networkTie.updateMany(author);
		await db.networkTie.updateMany(confirmer);
		await db.networkKeyPerson.updateMany(author);
		// a personal note has no reader left
		await db.networkNote.deleteMany({ where: { authorId: personId, personal: true } });
		await db.networkNote.updateMany(author);
		await db.networkMention.updateMany(author);
		await db.networkSnapshot.updateMany(author);
		await db.networkMerge.updateMany(author);
	},

	/** Notes have a day of their own, personal ones go before it with their reader; people are forgotten on the record, by a sweep. */
	async retain(view) {
		const { db, now } = view;
		const { count } = await db.networkNote.deleteMany({ where: { keepUntil: { lte: today(now) } } });
		return count + (await deleteForsakenNotes(view));
	},
};
