import { attach } from "~/domains/files/index.server";
import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { checkTexts, type TextRefusal } from "../../drafting/text-check";
import { mostAnnexes } from "../annex-limits";

/**
 * Adds a file to the draft as an annex; type and size were checked when it was stored.
 * @returns refused with "annexes-too-many", "annex-there" (the same bytes) or the position of a forbidden character in the title
 */
export const addAnnex = command(
	"agreements.add-annex",
	async (
		world,
		input: { code: string; title: string; stored: StoredFile },
	): Promise<Outcome<{ annexId: string }, "not-editable" | "annexes-too-many" | "annex-there" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "annexes");
		if (!held.done) return held;
		const texts = checkTexts({ title: input.title });
		if (!texts.done) return texts;
		// What a file is called stands in the contract too.
		const name = checkTexts({ file: input.stored.name });
		if (!name.done) return name;
		const agreementId = held.value.id;
		const { stored } = input;
		const there = await world.db.agreementAnnex.findMany({
			where: { agreementId },
			orderBy: { position: "asc" },
			select: { position: true, sha256: true },
		});
		if (there.length >= mostAnnexes) return refused("annexes-too-many", { values: { most: mostAnnexes } });
		if (there.some(({ sha256 }) => sha256 === stored.sha256)) return refused("annex-there", { field: "file" });
		const annexId = newId(world.now);
		await world.db.agreementAnnex.create({
			data: {
				id: annexId,
				agreementId,
				position: (there.at(-1)?.position ?? 0) + 1,
				title: texts.value.title,
				fileId: stored.id,
				name: name.value.file,
				mediaType: stored.mediaType,
				bytes: stored.bytes,
				sha256: stored.sha256,
				addedAt: world.now,
			},
		});
		await attach(world, {
			ownerId: held.value.ownerId,
			subject: { kind: "agreement-annex", id: annexId },
			stored,
		});
		return done({ annexId });
	},
);

/** Takes an annex out of the draft; versions that were frozen with it keep it. @throws NotFound when it is not there */
export const removeAnnex = command(
	"agreements.remove-annex",
	async (world, { code, id }: { code: string; id: string }): Promise<Outcome<null, "not-editable">> => {
		const held = await holdForEditing(world, code, "annexes");
		if (!held.done) return held;
		const { count } = await world.db.agreementAnnex.deleteMany({ where: { id, agreementId: held.value.id } });
		if (count === 0) throw new NotFound();
		return done(null);
	},
);
