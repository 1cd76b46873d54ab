import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { type OptionalBlock, templateSeeds } from "./template";

/** Relative to the house's folder, like its migrations. */
const seedFile = "prisma/seed/agreements/templates.json";

/** The templates and optional blocks that this version of the house brings. */
export async function readSeeds(): Promise<z.output<typeof templateSeeds>> {
	return templateSeeds.parse(JSON.parse(await readFile(seedFile, "utf8")));
}

/** Blocks that an agreement may take in beside those of its template: procurement, data protection, liability, state aid. */
export async function optionalBlocks(): Promise<OptionalBlock[]> {
	return (await readSeeds()).optional;
}
