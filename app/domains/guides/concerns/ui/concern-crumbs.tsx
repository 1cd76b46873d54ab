import { WorkCrumbs } from "~/domains/organisations";
import { useText } from "~/platform/i18n";
import { messages } from "../work-messages";

/** The way to a page about one concern of a place. */
export function ConcernCrumbs({
	place,
	code,
	last,
}: {
	place: { slug: string; name: string };
	code: string;
	last?: string;
}) {
	const t = useText(messages);
	const list = `/o/${place.slug}/verwaltung/anliegen`;
	return (
		<WorkCrumbs
			place={place}
			entries={[
				{ label: t("concerns.title"), href: list },
				...(last ? [{ label: code, href: `${list}/${code}` }, { label: last }] : [{ label: code }]),
			]}
		/>
	);
}
