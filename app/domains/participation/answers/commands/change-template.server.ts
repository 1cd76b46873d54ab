import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { newId } from "~/platform/tokens.server";
import { isDisposition, reasonLimits } from "../disposition";
import { unknownPlaceholder } from "../placeholders";
import { actingAs, mayAnswer } from "../policy.server";

/** More than this nobody finds anything in. */
export const templatesMost = 100;
const nameMost = 120;

export type TemplateInput = { name: string; disposition: string; reason: RichText };
type Given = { organisationId: string; name: string; disposition: string; reason: object };

type TemplateRefusal =
	| "name-missing"
	| "name-too-long"
	| "name-taken"
	| "disposition-missing"
	| "reason-too-short"
	| "reason-too-long"
	| "placeholder-unknown";

function read({ name, disposition, reason }: TemplateInput): Outcome<Omit<Given, "organisationId">, TemplateRefusal> {
	const words = name.trim();
	const text = plainText(reason);
	const unknown = unknownPlaceholder(text);
	if (words === "") return refused("name-missing", { field: "name" });
	if (words.length > nameMost) return refused("name-too-long", { field: "name" });
	// which one said it before is known only where it is answered
	if (!isDisposition(disposition) || disposition === "duplicate")
		return refused("disposition-missing", { field: "disposition" });
	if (text.trim().length < reasonLimits.least) return refused("reason-too-short", { field: "reason" });
	if (text.trim().length > reasonLimits.most) return refused("reason-too-long", { field: "reason" });
	if (unknown !== null) return refused("placeholder-unknown", { field: "reason", values: { word: unknown } });
	return done({ name: words, disposition, reason: { ...reason } });
}

function person(world: ActWorld): string {
	const personId = personIdOf(world.actor);
	if (!personId) throw new Error("only a person writes a text block");
	return personId;
}

function changed(
	world: ActWorld,
	id: string,
	{ organisationId, type }: { organisationId: string; type: string },
): void {
	const subject = { kind: "answer-template", id };
	world.record({ type, subject, ownerId: organisationId, ...actingAs(world.actor, organisationId) });
}

/** Writes a text block (Textbaustein) with which everybody who answers for the organisation may begin. */
export const makeTemplate = command(
	"participation.make-answer-template",
	async (
		world: ActWorld,
		{ organisationId, ...input }: TemplateInput & { organisationId: string },
	): Promise<Outcome<{ id: string }, TemplateRefusal | "too-many-templates">> => {
		demand(mayAnswer, world.actor, { organisationId });
		const given = read(input);
		if (!given.done) return given;
		if ((await world.db.answerTemplate.count({ where: { organisationId } })) >= templatesMost)
			return refused("too-many-templates");
		const id = newId(world.now);
		const { count } = await world.db.answerTemplate.createMany({
			data: [{ ...given.value, id, organisationId, changedById: person(world), changedAt: world.now }],
			skipDuplicates: true,
		});
		if (count === 0) return refused("name-taken", { field: "name" });
		changed(world, id, { organisationId, type: "participation.answer-template.made" });
		return done({ id });
	},
);

/** Changes a text block; answers that began with it stay as they are. @param revision the one that was read */
export const changeTemplate = command(
	"participation.change-answer-template",
	async (
		world: ActWorld,
		{ id, revision, ...input }: TemplateInput & { id: string; revision: number },
	): Promise<Outcome<null, TemplateRefusal | "changed-meanwhile">> => {
		const { organisationId } = await templateById(world, id);
		demand(mayAnswer, world.actor, { organisationId });
		const given = read(input);
		if (!given.done) return given;
		const taken = await world.db.answerTemplate.count({
			where: { organisationId, name: given.value.name, id: { not: id } },
		});
		if (taken > 0) return refused("name-taken", { field: "name" });
		const data = { ...given.value, revision: revision + 1, changedById: person(world), changedAt: world.now };
		const count = await world.db.answerTemplate.updateMany({ where: { id, revision }, data }).then(
			(updated) => updated.count,
			(error: unknown) => {
				if (isTaken(error)) return null;
				throw error;
			},
		);
		if (count === null) return refused("name-taken", { field: "name" });
		if (count === 0) return refused("changed-meanwhile");
		changed(world, id, { organisationId, type: "participation.answer-template.changed" });
		return done(null);
	},
);

/** Deletes a text block. */
export const removeTemplate = command(
	"participation.remove-answer-template",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, never>> => {
		const { organisationId } = await templateById(world, id);
		demand(mayAnswer, world.actor, { organisationId });
		await world.db.answerTemplate.deleteMany({ where: { id } });
		changed(world, id, { organisationId, type: "participation.answer-template.removed" });
		return done(null);
	},
);

async function templateById(world: ActWorld, id: string): Promise<{ organisationId: string }> {
	const template = await world.db.answerTemplate.findUnique({ where: { id }, select: { organisationId: true } });
	if (!template) throw new NotFound();
	return template;
}
