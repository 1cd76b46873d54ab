import { placeOf } from "~/domains/organisations/index.server";
import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayManageMeasures } from "../policy.server";
import { postChoices } from "./posts.server";

/** "kind:id" as it stands in an address, or null when it is none. */
export function subjectIn(text: string | null): { kind: string; id: string } | null {
	const match = /^([a-z-]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "");
	return match?.[1] && match[2] ? { kind: match[1], id: match[2] } : null;
}

/**
 * What the page of a new measure shows: where it will belong, who may answer for it, what it grows out of.
 * @throws NotFound when `from` is not there for the reader
 */
export async function beginning(view: View, at: { place: string; from: string | null }) {
	const { organisationId, name, slug } = await placeOf(view, at.place);
	demand(mayManageMeasures, view.actor, { organisationId });
	const from = subjectIn(at.from);
	const source = from && (await resolveSubjects(view, [from])).get(`${from.kind}:${from.id}`);
	if (at.from && !source) throw new NotFound();
	return {
		organisationId,
		place: { name, slug },
		posts: await postChoices(view, organisationId),
		from: source && from ? { key: `${from.kind}:${from.id}`, kind: source.kindLabel, title: source.title } : null,
	};
}
