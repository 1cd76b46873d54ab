import { isDeepStrictEqual } from "node:util";
import { command } from "~/platform/act.server";
import { houseChain } from "~/platform/audit.server";
import { done, Forbidden } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { readSeeds } from "../seeds.server";
import { nameOfVersion, type TemplateBlock, templateBlocks } from "../template";

type Missing = { key: string; type: string; name: string; blocks: TemplateBlock[]; templateId: string; number: number };

/**
 * Publishes the templates that this version of the house brings and the database does not have yet; a changed one becomes
 * a new version beside the old. For every start of the house: usually there is nothing to do. @returns how many were added
 */
export async function loadTemplates(world: World): Promise<number> {
	const { templates } = await readSeeds();
	const known = await world.db.agreementTemplate.findMany({
		where: { key: { in: templates.map(({ key }) => key) } },
		select: { id: true, key: true, versions: { orderBy: { number: "desc" }, take: 1 } },
		take: 100,
	});
	const missing = templates.flatMap((template): Missing[] => {
		const found = known.find(({ key }) => key === template.key);
		const newest = found?.versions[0];
		if (newest && isDeepStrictEqual(templateBlocks.parse(newest.blocks), template.blocks)) return [];
		return [{ ...template, templateId: found?.id ?? newId(world.now), number: (newest?.number ?? 0) + 1 }];
	});
	if (missing.length > 0) await addTemplates(world, missing);
	return missing.length;
}

const addTemplates = command("agreements.add-templates", async (world, templates: Missing[]) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	for (const { templateId, key, type, name, blocks, number } of templates) {
		await world.db.agreementTemplate.upsert({
			where: { key },
			create: { id: templateId, key, type, name, createdAt: world.now },
			update: {},
		});
		await world.db.agreementTemplateVersion.create({
			data: { id: newId(world.now), templateId, number, blocks, madeAt: world.now, publishedAt: world.now },
		});
	}
	world.record({
		type: "agreements.templates.added",
		subject: { kind: "agreement-templates", id: houseChain },
		ownerId: null,
		facts: { keys: templates.map(({ key, number }) => nameOfVersion(key, number)) },
	});
	return done(null);
});
