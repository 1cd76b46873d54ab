import { readFile } from "node:fs/promises";
import { z } from "zod";
import { command } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import { done, Forbidden } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
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

/**
 * Loads the rules of form that this version brings and the database does not have yet; known ones stay as they are, with
 * their review. For the first start and for a version that brings more. @returns how many were added
 */
export const importFormRules = command("agreements.import-form-rules", async (world, _: null) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const rules = seeds.parse(JSON.parse(await readFile(seedFile, "utf8")));
	const { count } = await world.db.agreementFormRule.createMany({
		data: rules.map(({ organisationKinds, ...rule }) => ({
			id: newId(world.now),
			organisationKinds: organisationKinds ?? [],
			...rule,
		})),
		skipDuplicates: true,
	});
	world.record({
		type: "agreements.form-rules.imported",
		subject: { kind: "form-rules", id: "00000000-0000-0000-0000-000000000000" },
		ownerId: null,
		facts: { count },
	});
	return done(count);
});
