import { SummaryList } from "~/design/summary-list";
import type { PostView } from "~/domains/organisations/index.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Who holds a post, how to reach it, who stands in. */
export function PostFacts({ post }: { post: PostView }) {
	const t = useText(messages);
	const { holder, acting, away, cover, deputy, phone, mailbox, room } = post;
	const name = holder && (acting ? t("who.acting", { name: holder }) : holder);
	return (
		<SummaryList
			rows={[
				{
					term: t("who.holder"),
					value: name ? away ? t("who.away", { name }) : <strong>{name}</strong> : t("who.vacant"),
				},
				...(away
					? [
							{
								term: t("who.covered"),
								value: cover ? (
									<>
										<strong>
											{cover.name ? t("who.deputyOf", { name: cover.name, label: cover.label }) : cover.label}
										</strong>
										{cover.phone && (
											<>
												, <a href={`tel:${cover.phone.replace(/[^+0-9]/g, "")}`}>{cover.phone}</a>
											</>
										)}
									</>
								) : (
									t("who.uncovered")
								),
							},
						]
					: []),
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
