import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { projectByCode } from "./find-project.server";

/** The place around a project's permanent page, which does not name it; null for other pages and what this reader may not see. */
export async function placeOfProject(view: View, path: string): Promise<string | null> {
	const [, code] = /^\/vorhaben\/([^/]+)$/.exec(path) ?? [];
	if (!code) return null;
	try {
		const { organisation } = await projectByCode(view, code);
		return organisation.space?.slug ?? null;
	} catch (error) {
		if (error instanceof NotFound) return null;
		throw error;
	}
}
