import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { SummaryList } from "~/design/summary-list";
import { Period } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../place-messages";
import { mayAdminister } from "../policy.server";
import { postAt } from "../queries/posts.server";
import { Deputy, Holder } from "../ui/holder";
import type { Route } from "./+types/post";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const found = await postAt(world, params.place, givenId(params.post));
	return { ...found, administers: mayAdminister(world.actor, found.post) };
});

export default function Post({ loaderData }: Route.ComponentProps) {
	const { place, post, over, isPublic, former, administers } = loaderData;
	const t = useText(messages);
	const { date } = useFormat();
	const home = `/o/${place.slug}`;
	return (
		<>
			<title>{`${post.label} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: home },
					{ label: t("posts.title"), href: `${home}/stellen` },
					{ label: post.label },
				]}
			/>
			<PageTitle title={post.label} above={post.organisation} state={!isPublic && <Badge>{t("post.hidden")}</Badge>} />
			{over && <Alert title={t("post.over", { day: date(over) })} />}
			<SummaryList
				rows={[
					{ term: t("post.function"), value: t(`postKinds.${post.kind}`) },
					{ term: t("posts.holder"), value: <Holder post={post} /> },
					{ term: t("posts.deputy"), value: <Deputy post={post} /> },
					...(post.phone ? [{ term: t("posts.phone"), value: <PhoneLink number={post.phone} /> }] : []),
					...(post.mailbox
						? [{ term: t("post.mailbox"), value: <a href={`mailto:${post.mailbox}`}>{post.mailbox}</a> }]
						: []),
					...(post.room ? [{ term: t("post.room"), value: post.room }] : []),
				]}
			/>
			{administers && !over && (
				<LinkButton look="secondary" href={`${home}/verwaltung/stellen/${post.id}`}>
					{t("post.manage")}
				</LinkButton>
			)}
			{former && (
				<Section id="frueher" title={t("post.former")} intro={t("post.formerIntro")}>
					<DataTable
						caption={t("post.former")}
						captionHidden
						rows={former}
						rowKey={(holding) => holding.id}
						columns={[
							{ key: "name", header: t("post.person"), rowHeader: true, cell: (holding) => holding.name },
							{
								key: "period",
								header: t("post.period"),
								cell: (holding) => <Period from={holding.from} until={holding.until ?? undefined} />,
							},
						]}
						empty={<p>{t("post.formerNone")}</p>}
					/>
				</Section>
			)}
		</>
	);
}
