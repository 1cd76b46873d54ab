import { manifests, resolveSubjects, type SubjectView } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";

/** What somebody types from paper: "k7mq 2xfa" is "K7MQ2XFA". */
function tidied(code: string): string {
	return code
		.toUpperCase()
		.replaceAll(/[\s–-]/g, "")
		.slice(0, 40);
}

/** The objects that bear this code and that this reader may see; usually one or none. */
export async function findByCode(view: View, code: string): Promise<(SubjectView & { kind: string })[]> {
	const asked = tidied(code);
	if (asked === "") return [];
	const references: { kind: string; id: string }[] = [];
	for (const manifest of manifests()) {
		for (const [kind, subject] of Object.entries(manifest.subjects ?? {})) {
			const id = await subject.findByCode?.(view, asked);
			if (id) references.push({ kind, id });
		}
	}
	const visible = await resolveSubjects(view, references);
	return references.flatMap(({ kind, id }) => {
		const found = visible.get(`${kind}:${id}`);
		return found ? [{ ...found, kind }] : [];
	});
}
