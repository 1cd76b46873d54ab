import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { resolutionByCode } from "./find-resolution.server";

/** The place around a resolution's permanent page, which does not name it; null for other pages and what this reader may not see. */
export async function placeOfResolution(view: View, path: string): Promise<string | null> {
	const [, code] = /^\/beschluss\/([^/]+)$/.exec(path) ?? [];
	if (!code) return null;
	try {
		const { organisation } = await resolutionByCode(view, code);
		return organisation.space?.slug ?? null;
	} catch (error) {
		if (error instanceof NotFound) return null;
		throw error;
	}
}
