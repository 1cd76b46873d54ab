import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { Period } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as places } from "../place-messages";
import { messages } from "../post-messages";
import { managedPost } from "../queries/managed-posts.server";
import { PostCrumbs, postAddress } from "../ui/post-crumbs";
import type { Route } from "./+types/manage-post";

const told = { gespeichert: "saved", unbesetzt: "vacant", vertreten: "deputised" } as const;

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const asked = new URL(request.url).searchParams;
	const state = Object.entries(told).find(([key]) => asked.has(key))?.[1] ?? null;
	return { ...(await managedPost(world, params.place, givenId(params.post))), state };
});

type Loaded = Route.ComponentProps["loaderData"];

/** One post for those who administer it: its details, who holds it, who stands in. */
export default function ManagePost({ loaderData }: Route.ComponentProps) {
	const { place, post, state } = loaderData;
	const t = useText(messages);
	const words = useText(places);
	const { date } = useFormat();
	const here = postAddress(place, post);
	const details = [
		{ term: t("fields.organisation"), value: post.organisation },
		{ term: t("fields.kind"), value: words(`postKinds.${post.kind}`) },
		{ term: t("fields.phone"), value: post.phone ?? "–" },
		{ term: t("fields.mailbox"), value: post.mailbox ?? "–" },
		{ term: t("fields.room"), value: post.room ?? "–" },
		{ term: t("fields.singleSeat"), value: post.singleSeat ? t("list.yes") : t("list.no") },
		{ term: t("fields.isPublic"), value: post.isPublic ? t("list.yes") : t("list.no") },
	];
	return (
		<>
			<title>{`${post.label} – ${place.name}`}</title>
			<PostCrumbs place={place} post={post} />
			{state && <Alert tone={state === "vacant" ? "warning" : "success"} title={t(`one.${state}`)} live />}
			<PageTitle title={post.label} above={post.organisation} />
			{post.lastDay && <Alert title={t("one.ends", { day: date(post.lastDay) })} />}
			<Section id="angaben" title={t("one.details")} aside={<a href={`${here}/angaben`}>{t("one.change")}</a>}>
				<SummaryList rows={details} />
			</Section>
			<Holdings {...loaderData} />
			<Deputies {...loaderData} />
			<ButtonRow>
				{post.isPublic && (
					<LinkButton look="secondary" href={`/o/${place.slug}/stellen/${post.id}`}>
						{t("one.show")}
					</LinkButton>
				)}
				{!post.lastDay && (
					<LinkButton look="tertiary" href={`${here}/beenden`}>
						{t("one.end")}
					</LinkButton>
				)}
			</ButtonRow>
		</>
	);
}

function Holdings({ place, post, holdings }: Loaded) {
	const t = useText(messages);
	const here = postAddress(place, post);
	return (
		<Section
			id="besetzung"
			title={t("one.holdings")}
			aside={
				<LinkButton small href={`${here}/besetzen`}>
					{t("one.appoint")}
				</LinkButton>
			}
		>
			<DataTable
				caption={t("one.holdings")}
				captionHidden
				rows={holdings}
				rowKey={(row) => row.id}
				columns={[
					{
						key: "person",
						header: t("one.person"),
						rowHeader: true,
						cell: (row) => (row.acting ? t("one.acting", { name: row.name }) : row.name),
					},
					{
						key: "period",
						header: t("one.period"),
						cell: (row) => <Period from={row.from} until={row.until ?? undefined} />,
					},
					{
						key: "end",
						header: t("one.endOne"),
						cell: (row) => (
							<a href={`${here}/besetzung/${row.id}/beenden`} aria-label={t("one.endOneLabel", { name: row.name })}>
								{t("one.endOne")}
							</a>
						),
					},
				]}
				empty={<p>{t("one.nobody")}</p>}
			/>
		</Section>
	);
}

function Deputies({ place, post, deputies }: Loaded) {
	const t = useText(messages);
	const here = postAddress(place, post);
	return (
		<Section
			id="vertretung"
			title={t("one.deputies")}
			aside={
				<LinkButton small href={`${here}/vertretung`}>
					{t("one.appointDeputy")}
				</LinkButton>
			}
		>
			<DataTable
				caption={t("one.deputies")}
				captionHidden
				rows={deputies}
				rowKey={(row) => row.id}
				columns={[
					{ key: "post", header: t("one.deputy"), rowHeader: true, cell: (row) => row.label },
					{ key: "rank", header: t("one.rank"), cell: (row) => row.rank },
					{
						key: "period",
						header: t("one.period"),
						cell: (row) => <Period from={row.from} until={row.until ?? undefined} />,
					},
					{
						key: "state",
						header: t("one.state"),
						cell: (row) =>
							row.accepted ? (
								<Badge tone="success">{t("one.accepted")}</Badge>
							) : (
								<Badge tone="warning">{t("one.waiting")}</Badge>
							),
					},
					{
						key: "end",
						header: t("one.endOne"),
						cell: (row) => (
							<a href={`${here}/vertretung/${row.id}/beenden`} aria-label={t("one.endOneLabel", { name: row.label })}>
								{t("one.endOne")}
							</a>
						),
					},
				]}
				empty={<p>{t("one.nobodyDeputy")}</p>}
			/>
		</Section>
	);
}
