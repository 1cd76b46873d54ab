import { subjectOf } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";

type Reference = { kind: string; id: string };

/** Files have no readers of their own: the owner of the object they belong to says who may open them. */
export async function mayRead(view: View, { kind, id }: Reference): Promise<boolean> {
	return (await subjectOf(kind)?.mayReadFiles?.(view, id)) ?? false;
}

/** The same for adding files and taking them away. */
export async function mayWrite(view: View, { kind, id }: Reference): Promise<boolean> {
	return (await subjectOf(kind)?.mayWriteFiles?.(view, id)) ?? false;
}
