import type { z } from "zod";
import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { CardList } from "~/design/card";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { WorkCrumbs } from "../../ui/work-crumbs";
import { addWord, decideItems, prepareHandOver, settleItem } from "../commands/decide.server";
import { handOverForm } from "../forms";
import { messages } from "../messages";
import { handOverPage } from "../queries/hand-overs.server";
import { ItemCard } from "../ui/item-card";
import { PrepareForms } from "../ui/prepare-forms";
import type { Route } from "./+types/hand-over";

const told = { eroeffnet: "opened", gespeichert: "saved" } as const;

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const asked = new URL(request.url).searchParams;
	const state = Object.entries(told).find(([key]) => asked.has(key))?.[1] ?? null;
	return { ...(await handOverPage(world, params.place, givenId(params.handOver))), state };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const handOverId = givenId(params.handOver);
	await handOverPage(world, params.place, handOverId);
	const form = await readForm(request, handOverForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await act(world, handOverId, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/uebergaben/${handOverId}?gespeichert`);
});

function act(world: World, handOverId: string, value: z.output<typeof handOverForm>) {
	const { act: what, item, reason, post, kind, text, dueOn, meetingOn } = value;
	switch (what) {
		case "accept":
			return decideItems(world, { handOverId, itemId: givenId(item), refusal: null });
		case "accept-all":
			return decideItems(world, { handOverId, itemId: null, refusal: null });
		case "refuse":
			return decideItems(world, { handOverId, itemId: givenId(item), refusal: reason });
		case "settle":
			return settleItem(world, { handOverId, itemId: givenId(item), reason, postId: post });
		case "add":
			return addWord(world, { handOverId, kind, text, dueOn: parseDay(dueOn) });
		case "prepare":
			return prepareHandOver(world, { handOverId, meetingOn: parseDay(meetingOn) });
	}
}

const forms = { refuse: "ablehnen-", settle: "klaeren-", add: "dazuschreiben", prepare: "treffen" } as const;

/** One hand-over: what is open, item by item. */
export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
	const { place, handOver, items, former, earlier, posts, keptPrivate, may, state } = loaderData;
	const t = useText(messages);
	const { date, dateLong } = useFormat();
	const typed = actionData?.typed ?? null;
	const problems = useProblems(messages, actionData?.refusals);
	const refused = Object.entries(forms).find(([key]) => key === typed?.act)?.[1];
	const form = refused?.endsWith("-") ? `${refused}${typed?.item ?? ""}` : refused;
	const title = t(`causes.${handOver.cause}`, {
		name: handOver.from ?? "",
		post: handOver.post,
		to: handOver.toPost,
	});
	const here = `/o/${place.slug}/verwaltung/uebergaben`;
	const open = items.filter((item) => item.state === "OPEN").length;
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title"), href: here }, { label: title }]} />
			<ErrorSummary errors={problems.errors} form={form} />
			{state && !actionData && (
				<Alert
					tone="success"
					title={t(state === "opened" && items.length === 0 ? "one.openedEmpty" : `one.${state}`)}
					live
				/>
			)}
			<PageTitle
				title={title}
				above={t(`causeNames.${handOver.cause}`)}
				state={
					<Badge tone={handOver.state === "completed" ? "success" : "warning"}>{t(`states.${handOver.state}`)}</Badge>
				}
			/>
			<SummaryList
				rows={[
					{ term: t("one.from"), value: [handOver.from, handOver.post].filter(Boolean).join(", ") },
					{ term: t("one.to"), value: [handOver.to ?? t("one.nobodyYet"), handOver.toPost].join(", ") },
					{ term: t("one.effective"), value: dateLong(handOver.effectiveOn) },
					{
						term: t("one.meeting"),
						value: handOver.meetingOn ? dateLong(handOver.meetingOn) : t("one.noMeeting"),
					},
				]}
			/>
			{handOver.early && <Alert title={t("one.early", { day: dateLong(handOver.effectiveOn) })} />}
			{handOver.state === "prepared" && <Alert title={t("one.waits")} />}
			{may.take && open > 1 && (
				<Form id="alles" inline hidden={{ act: "accept-all" }}>
					<Button look="secondary">{t("one.acceptAll")}</Button>
				</Form>
			)}
			{items.length === 0 && <p>{t("one.empty")}</p>}
			{[...Map.groupBy(items, ({ kind }) => kind)].map(([kind, group]) => (
				<Section key={kind} id={kind.toLowerCase()} title={t(`kinds.${kind}`)}>
					<CardList>
						{group.map((item) => (
							<ItemCard
								key={item.id}
								item={item}
								may={may}
								posts={posts}
								typed={typed?.item === item.id ? typed : null}
								at={problems.at}
							/>
						))}
					</CardList>
				</Section>
			))}
			{keptPrivate > 0 && (
				<Alert title={t("one.keptPrivate", { count: keptPrivate })}>
					<p>{t("one.keptPrivateText")}</p>
				</Alert>
			)}
			{may.prepare && handOver.cause === "DEPARTURE" && (
				<PrepareForms meetingOn={handOver.meetingOn} typed={typed} at={problems.at} />
			)}
			<Section id="vorher" title={t("one.history")} intro={t("one.historyText")}>
				<ul>
					<li>
						<a href={`/werdegang/post/${handOver.postId}`}>{t("one.trace")}</a>
					</li>
					{former.map(({ id, name, from, until }) => (
						<li key={id}>{t("one.formerHolders", { name, from: date(from), until: until ? date(until) : "" })}</li>
					))}
					{earlier.map(({ id, effectiveOn }) => (
						<li key={id}>
							<a href={`${here}/${id}`}>{t("one.earlier", { day: date(effectiveOn) })}</a>
						</li>
					))}
				</ul>
			</Section>
		</>
	);
}
