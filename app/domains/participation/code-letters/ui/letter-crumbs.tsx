import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import type { LetterHead } from "../queries/letter-subject.server";
import { staffMessages } from "../staff-messages";

/** The way to the letters of a survey or a vote; `here` is a page below them. */
export function LetterCrumbs({ head, here }: { head: LetterHead; here?: string }) {
	const t = useText(staffMessages);
	const list = `/o/${head.place.slug}/verwaltung/beteiligung`;
	const letters = { label: t("title"), href: head.path };
	return (
		<Breadcrumb
			entries={[
				{ label: head.place.name, href: `/o/${head.place.slug}` },
				{ label: t("administration"), href: list },
				{ label: head.process.title, href: `${list}/${head.process.slug}` },
				{ label: head.title, href: head.managed },
				...(here ? [letters, { label: here }] : [{ label: letters.label }]),
			]}
		/>
	);
}
