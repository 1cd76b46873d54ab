import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import type { SheetKind } from "../sheet";

/** The organisation that owns what a sheet is about. @throws NotFound when it is not there for this reader */
export async function ownerOf(view: View, subject: { kind: SheetKind; id: string }): Promise<string> {
	const found = (await resolveSubjects(view, [subject])).get(`${subject.kind}:${subject.id}`);
	if (!found?.organisationId) throw new NotFound();
	return found.organisationId;
}
