import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { checkTexts, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import { publishesAlone } from "../queries/alone.server";
import { type TemplateBlock, templateBlocks } from "../template";

/** A published state that this organisation may use: the house's or its own. @throws NotFound */
export async function usableVersion(world: Pick<ActWorld, "db">, ownerId: string, versionId: string) {
	const version = await world.db.agreementTemplateVersion.findFirst({
		where: { id: versionId, publishedAt: { not: null }, template: { OR: [{ ownerId: null }, { ownerId }] } },
		include: { template: true },
	});
	if (!version) throw new NotFound();
	return version;
}

/**
 * Makes an administration's own template from a published one; it can be used once a second person has published it.
 * @returns the template's id; refused when the name holds what may not stand in a contract
 * @throws Forbidden or SignInNeeded; NotFound for what is not published or another organisation's
 */
export const copyTemplate = command(
	"agreements.copy-template",
	async (
		world,
		input: { ownerId: string; versionId: string; name: string },
	): Promise<Outcome<{ templateId: string }, TextRefusal>> => {
		const { ownerId } = input;
		demand(mayLead, world.actor, { ownerId });
		const texts = checkTexts({ name: input.name });
		if (!texts.done) return texts;
		const from = await usableVersion(world, ownerId, input.versionId);
		const templateId = newId(world.now);
		await world.db.agreementTemplate.create({
			data: {
				id: templateId,
				key: `M-${newCode()}`,
				ownerId,
				type: from.template.type,
				name: texts.value.name,
				basedOnId: from.id,
				createdAt: world.now,
			},
		});
		await writeVersion(world, { templateId, number: 1, blocks: templateBlocks.parse(from.blocks) });
		record(world, "copied", { ownerId, templateId, facts: { from: from.id } });
		return done({ templateId });
	},
);

/** Holds a template of this organisation for a change. @throws NotFound for others' */
async function holdOwn(world: ActWorld, templateId: string) {
	await world.db.$queryRaw`SELECT id FROM agreement_template WHERE id = ${templateId}::uuid FOR UPDATE`;
	const template = await world.db.agreementTemplate.findUnique({
		where: { id: templateId },
		include: { versions: { orderBy: { number: "desc" }, take: 1 } },
	});
	const newest = template?.versions[0];
	if (!template?.ownerId || !newest) throw new NotFound();
	demand(mayLead, world.actor, { ownerId: template.ownerId });
	return { ownerId: template.ownerId, newest };
}

/**
 * Saves headings and texts of the open version; after a publication a new version is begun.
 * @param revision the one that the form began with, of version `number`
 * @returns refused with "changed-meanwhile" when somebody saved in between, or with the position of a forbidden character
 */
export const saveTemplate = command(
	"agreements.save-template",
	async (
		world,
		input: {
			templateId: string;
			number: number;
			revision: number;
			texts: { key: string; heading: string; text: string }[];
		},
	): Promise<Outcome<null, "changed-meanwhile" | "text-empty" | TextRefusal>> => {
		const { ownerId, newest } = await holdOwn(world, input.templateId);
		if (newest.number !== input.number || newest.revision !== input.revision) return refused("changed-meanwhile");
		const typed = Object.fromEntries(
			input.texts.flatMap(({ key, heading, text }) => [
				[`heading-${key}`, heading],
				[`text-${key}`, text],
			]),
		);
		const checked = checkTexts(typed);
		if (!checked.done) return checked;
		const blocks = templateBlocks.parse(newest.blocks).map((block) => ({
			...block,
			heading: checked.value[`heading-${block.key}`] ?? block.heading,
			text: checked.value[`text-${block.key}`] ?? block.text,
		}));
		const empty = blocks.find(({ heading }) => heading === "");
		if (empty) return refused("text-empty", { field: `heading-${empty.key}` });
		if (newest.publishedAt) {
			await writeVersion(world, { templateId: input.templateId, number: newest.number + 1, blocks });
		} else {
			// Whoever changed it last has made it: nobody publishes their own words.
			await world.db.agreementTemplateVersion.update({
				where: { id: newest.id },
				data: { blocks, revision: { increment: 1 }, madeById: personIdOf(world.actor), madeAt: world.now },
			});
		}
		record(world, "saved", { ownerId, templateId: input.templateId });
		return done(null);
	},
);

/**
 * Publishes the open version; by somebody else than who made it. Where nobody else is there to do so, the same person does
 * a day after the last change, and everybody sees that. From then on nobody changes it.
 * @returns refused with "template-second-person", "template-wait" (from when on), "template-published" or "changed-meanwhile"
 */
export const publishTemplate = command(
	"agreements.publish-template",
	async (
		world,
		input: { templateId: string; revision: number },
	): Promise<
		Outcome<null, "changed-meanwhile" | "template-second-person" | "template-wait" | "template-published">
	> => {
		const { ownerId, newest } = await holdOwn(world, input.templateId);
		if (newest.publishedAt) return refused("template-published");
		if (newest.revision !== input.revision) return refused("changed-meanwhile");
		const personId = personIdOf(world.actor);
		if (personId !== null && personId === newest.madeById) {
			const word = await publishesAlone(world, ownerId, newest.madeAt);
			if (!word.may) return refused(word.from === null ? "template-second-person" : "template-wait");
		}
		await world.db.agreementTemplateVersion.update({
			where: { id: newest.id },
			data: { publishedAt: world.now, publishedById: personId },
		});
		const alone = Number(personId !== null && personId === newest.madeById);
		record(world, "published", { ownerId, templateId: input.templateId, facts: { number: newest.number, alone } });
		return done(null);
	},
);

async function writeVersion(
	world: ActWorld,
	version: { templateId: string; number: number; blocks: TemplateBlock[] },
): Promise<void> {
	await world.db.agreementTemplateVersion.create({
		data: { id: newId(world.now), ...version, madeById: personIdOf(world.actor), madeAt: world.now },
	});
}

function record(
	world: ActWorld,
	what: "copied" | "saved" | "published",
	{ ownerId, templateId, facts = {} }: { ownerId: string; templateId: string; facts?: Record<string, string | number> },
): void {
	world.record({
		type: `agreements.template.${what}`,
		subject: { kind: "agreement-template", id: templateId },
		ownerId,
		facts,
	});
}
