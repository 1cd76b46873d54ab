import { SummaryList } from "~/design/summary-list";
import type { PostView } from "~/domains/organisations/index.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Who holds a post, how to reach it, who stands in. */
export function PostFacts({ post }: { post: PostView }) {
	const t = useText(messages);
	const { holder, acting, deputy, phone, mailbox, room } = post;
	return (
		<SummaryList
			rows={[
				{
					term: t("who.holder"),
					value: holder ? acting ? t("who.acting", { name: holder }) : <strong>{holder}</strong> : t("who.vacant"),
				},
				...(phone
					? [{ term: t("who.phone"), value: <a href={`tel:${phone.replace(/[^+0-9]/g, "")}`}>{phone}</a> }]
					: []),
				...(mailbox ? [{ term: t("who.mailbox"), value: <a href={`mailto:${mailbox}`}>{mailbox}</a> }] : []),
				...(room ? [{ term: t("who.room"), value: room }] : []),
				{
					term: t("who.deputy"),
					value: deputy
						? deputy.name
							? t("who.deputyOf", { name: deputy.name, label: deputy.label })
							: deputy.label
						: t("who.noDeputy"),
				},
			]}
		/>
	);
}
