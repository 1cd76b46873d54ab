import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../../messages";
import { runGroup } from "../../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { meetingRefusalMessages } from "../../refusal-messages";
import { finishCircular } from "../commands/finish-circular.server";
import { circularMessages } from "../messages";
import { circularPage } from "../queries/circular-page.server";
import { ItemState } from "../ui/item-state";
import type { Route } from "./+types/run-circular";

const found = async (world: World, params: { place: string; group: string; meeting: string }) => {
	await runGroup(world, params);
	return circularPage(world, { ...params, meeting: givenId(params.meeting) });
};

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => found(world, params));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await found(world, params);
	const outcome = await finishCircular(world, { meetingId: id });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${id}/umlauf`);
});

/** A circular procedure for who runs the group: who has answered, answers from paper, its end and its results. */
export default function RunCircular({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(circularMessages);
	const words = useText(messages);
	const { dateTime } = useFormat();
	const { errors } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const group = managedPath(page.place.slug, page.group.slug);
	const here = `${group}/sitzungen/${page.id}`;
	const running = page.state === "running";
	return (
		<>
			<title>{`${t("run.title")} – ${page.title}`}</title>
			<GroupCrumbs place={page.place} group={page.group} meeting={page} last={t("run.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("run.title")} above={page.title} lead={t("lead", { date: dateTime(page.until) })} />
			{page.items.map((item) => (
				<Section
					key={item.id}
					id={`top-${item.position}`}
					title={`${words("meeting.item", { number: String(item.position) })}: ${item.title}`}
				>
					<ItemState item={item} />
					{running && item.missing.length > 0 && (
						<>
							<p>{t("run.missing")}:</p>
							<ul>
								{item.missing.map(({ id, name }) => (
									<li key={id}>
										{name}:{" "}
										<a
											href={`${here}/umlauf/${item.id}/${id}`}
											aria-label={t("run.writeLabel", { name, position: String(item.position) })}
										>
											{t("run.write")}
										</a>
									</li>
								))}
							</ul>
						</>
					)}
					{page.state === "held" &&
						!item.objected &&
						(item.recommendation ? (
							<LinkButton look="secondary" href={`${group}/empfehlungen/${item.recommendation}`}>
								{t("run.toVote")}
							</LinkButton>
						) : (
							<LinkButton href={`${here}/umlauf/${item.id}`} label={t("run.decideLabel", { title: item.title })}>
								{t("run.decide")}
							</LinkButton>
						))}
				</Section>
			))}
			{running && (
				<Section id="ende" title={t("run.finish")} intro={t("run.finishText")}>
					<Form inline>
						<Button look="secondary">{t("run.finish")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
