import { attach } from "~/domains/files/index.server";
import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import type { DecisionBody } from "../decision";

/**
 * Notes what a party's own body decided about this agreement, or why none has to. A resolution that the house knows is
 * found by its short code or the address of its page.
 * @param ceilingCents up to which amount; null: without one
 * @returns refused with "not-editable", "date-missing", "date-future", "resolution-unknown" or for the text
 */
export const noteDecision = command(
	"agreements.note-decision",
	async (
		world,
		input: {
			code: string;
			organisationId: string;
			body: DecisionBody;
			decidedOn: Date | null;
			reference: string;
			resolution: string;
			ceilingCents: bigint | null;
			/** The resolution as a file, or null. */
			stored?: StoredFile | null;
		},
	): Promise<Outcome<null, "not-editable" | "date-missing" | "date-future" | "resolution-unknown" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "decisions");
		if (!held.done) return held;
		const { organisationId, body, decidedOn } = input;
		if (!held.value.partyIds.includes(organisationId)) throw new NotFound();
		const reference = checkText(input.reference);
		if (!reference.done) return reference;
		if (body !== "none-needed" && !decidedOn) return refused("date-missing", { field: "decidedOn" });
		if (decidedOn && decidedOn > today(world.now)) return refused("date-future", { field: "decidedOn" });
		const [code] = /[^/]*$/.exec(input.resolution.trim().replace(/\/+$/, "")) ?? [];
		const resolution = code
			? await world.db.resolution.findFirst({
					where: { code: code.toUpperCase(), publishedAt: { not: null } },
					select: { id: true },
				})
			: null;
		if (code && !resolution) return refused("resolution-unknown", { field: "resolution" });
		const { stored = null } = input;
		// What a file is called stands in the contract too.
		const name = checkText(stored?.name ?? "");
		if (!name.done) return name;
		const id = newId(world.now);
		if (stored) {
			const subject = { kind: "agreement-decision", id };
			await attach(world, { ownerId: held.value.ownerId, subject, stored });
		}
		await world.db.agreementDecision.create({
			data: {
				id,
				agreementId: held.value.id,
				organisationId,
				body,
				decidedOn: body === "none-needed" ? null : decidedOn,
				reference: reference.value,
				resolutionId: resolution?.id ?? null,
				...(stored && { fileId: stored.id, fileName: name.value, fileSha256: stored.sha256 }),
				ceilingCents: body === "none-needed" ? null : input.ceilingCents,
				recordedById: personIdOf(world.actor),
				recordedAt: world.now,
			},
		});
		return done(null);
	},
);

/** Takes a decision out of the draft again. @throws NotFound when it is not of this draft */
export const removeDecision = command(
	"agreements.remove-decision",
	async (world, { code, id }: { code: string; id: string }): Promise<Outcome<null, "not-editable">> => {
		const held = await holdForEditing(world, code, "decisions");
		if (!held.done) return held;
		const { count } = await world.db.agreementDecision.deleteMany({ where: { id, agreementId: held.value.id } });
		if (count === 0) throw new NotFound();
		return done(null);
	},
);
