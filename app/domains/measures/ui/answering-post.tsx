import { SummaryList } from "~/design/summary-list";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { AnsweringPost } from "../queries/posts.server";

/** Who answers for the measure, with telephone, and who stands in. */
export function AnsweringPosts({
	responsible,
	deputy,
}: {
	responsible: AnsweringPost | null;
	deputy: AnsweringPost | null;
}) {
	const t = useText(messages);
	if (!responsible) return <p>{t("page.nobody")}</p>;
	const lines = (post: AnsweringPost) => (
		<>
			{post.label}
			{post.holder && `, ${t("page.holder", { name: post.holder })}`}
			{post.phone && (
				<>
					<br />
					{t("page.phone")}: <a href={`tel:${post.phone.replace(/[^\d+]/g, "")}`}>{post.phone}</a>
				</>
			)}
			{post.mailbox && (
				<>
					<br />
					{t("page.mail")}: <a href={`mailto:${post.mailbox}`}>{post.mailbox}</a>
				</>
			)}
		</>
	);
	return (
		<SummaryList
			rows={[
				{ term: t("page.responsible"), value: lines(responsible) },
				...(deputy ? [{ term: t("page.deputy"), value: lines(deputy) }] : []),
			]}
		/>
	);
}
