import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { messages as groupMessages } from "../../messages";
import { messages } from "../messages";

type Head = { place: { slug: string; name: string }; group: { slug: string; name: string } };

/** The address of a group's texts. */
export function textsPath({ place, group }: Head): string {
	return `/o/${place.slug}/arbeitskreise/${group.slug}/texte`;
}

/** The way to a page of a text. */
export function DocumentCrumbs({ head, last }: { head: Head & { code?: string; title?: string }; last?: string }) {
	const t = useText(messages);
	const g = useText(groupMessages);
	const { place, group, code, title } = head;
	const texts = textsPath(head);
	const list = { label: t("list.title"), href: code || last ? texts : undefined };
	return (
		<Breadcrumb
			entries={[
				{ label: place.name, href: `/o/${place.slug}` },
				{ label: g("list.title"), href: `/o/${place.slug}/arbeitskreise` },
				{ label: group.name, href: `/o/${place.slug}/arbeitskreise/${group.slug}` },
				list,
				...(code ? [{ label: title ?? "", href: last ? `${texts}/${code}` : undefined }] : []),
				...(last ? [{ label: last }] : []),
			]}
		/>
	);
}
