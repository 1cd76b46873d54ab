import { useText } from "~/platform/i18n";
import { messages } from "../post-messages";
import { WorkCrumbs } from "./work-crumbs";

type Place = { slug: string; name: string };

/** Where a post is administered. */
export function postAddress(place: { slug: string }, post: { id: string }): string {
	return `/o/${place.slug}/verwaltung/stellen/${post.id}`;
}

/** The way to a page about one post of a place. */
export function PostCrumbs({
	place,
	post,
	last,
}: {
	place: Place;
	post: { id: string; label: string };
	last?: string;
}) {
	const t = useText(messages);
	return (
		<WorkCrumbs
			place={place}
			entries={[
				{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/stellen` },
				...(last ? [{ label: post.label, href: postAddress(place, post) }, { label: last }] : [{ label: post.label }]),
			]}
		/>
	);
}
