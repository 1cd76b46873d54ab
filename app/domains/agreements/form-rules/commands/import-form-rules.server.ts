import { readFile } from "node:fs/promises";
import { z } from "zod";
import { command } from "~/platform/act.server";
import { houseChain } from "~/platform/audit.server";
import { parseDay } from "~/platform/calendar.server";
import { done, Forbidden } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { forms, natures } from "../form-rule";

const day = z.string().transform((text, context) => {
	const date = parseDay(text);
	if (!date) context.addIssue("not a day");
	return date ?? new Date(Number.NaN);
});

const seeds = z.array(
	z.strictObject({
		key: z.string(),
		state: z.string().nullable(),
		organisationKinds: z.array(z.string()).nullable(),
		nature: z.enum(natures).nullable(),
		requiredForm: z.enum(forms),
		officialTitle: z.boolean(),
		norm: z.string(),
		statement: z.string(),
		statementEn: z.string(),
		source: z.string(),
		sourceDate: day,
		validFrom: day,
		validUntil: day.nullable(),
	}),
);

/** Relative to the house's folder, like its migrations. */
const seedFile = "prisma/seed/agreements/form-rules.json";

type Seed = z.output<typeof seeds>[number];

/**
 * Loads the rules of form that this version brings and the database does not have yet; known ones stay as they are, with
 * their review. For every start of the house: usually there is nothing to do. @returns how many were added
 */
export async function loadFormRules(world: World): Promise<number> {
	const rules = seeds.parse(JSON.parse(await readFile(seedFile, "utf8")));
	const known = await world.db.agreementFormRule.findMany({ select: { key: true }, take: 1000 });
	const missing = rules.filter(({ key }) => !known.some((rule) => rule.key === key));
	if (missing.length > 0) await addFormRules(world, missing);
	return missing.length;
}

const addFormRules = command("agreements.add-form-rules", async (world, rules: Seed[]) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	await world.db.agreementFormRule.createMany({
		data: rules.map(({ organisationKinds, ...rule }) => ({
			id: newId(world.now),
			organisationKinds: organisationKinds ?? [],
			...rule,
		})),
		skipDuplicates: true,
	});
	world.record({
		type: "agreements.form-rules.added",
		subject: { kind: "form-rules", id: houseChain },
		ownerId: null,
		facts: { keys: rules.map(({ key }) => key) },
	});
	return done(null);
});
