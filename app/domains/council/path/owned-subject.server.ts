import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayRecordResolutions } from "../policy.server";

/**
 * What is to go to the council, for those of its owner who prepare that.
 * @throws NotFound when it is not there for this reader, Forbidden or SignInNeeded when they may not
 */
export async function ownedSubject(view: View, subject: { kind: string; id: string }) {
	const found = (await resolveSubjects(view, [subject])).get(`${subject.kind}:${subject.id}`);
	if (!found?.organisationId) throw new NotFound();
	const { organisationId } = found;
	demand(mayRecordResolutions, view.actor, { organisationId });
	return { ...found, organisationId };
}
