import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { Period } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { Paragraphs } from "../../ui/paragraphs";
import { Why } from "../../ui/why";
import { carryingWays } from "../carrying.server";
import { isOpen, mayMove } from "../concern";
import { handlingMessages } from "../handling-messages";
import { concernAt } from "../queries/handled-place.server";
import { CameOfItList } from "../ui/came-of-it";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import { ConcernView } from "../ui/concern-view";
import { ForwardingThread } from "../ui/forwarding-thread";
import { stateTone } from "../ui/state-tone";
import { messages as work } from "../work-messages";
import type { Route } from "./+types/concern";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, concern } = await concernAt(world, params);
	const { id, code } = concern;
	return {
		place,
		concern,
		carried: new URL(request.url).searchParams.has("weitergetragen"),
		ways: await carryingWays(world, { slug: place.slug, ownerId: place.ownerId, id, code }),
	};
});

/** A concern for those who handle it. */
export default function Concern({ loaderData: { place, concern, carried, ways } }: Route.ComponentProps) {
	const t = useText(messages);
	const w = useText(work);
	const h = useText(handlingMessages);
	const format = useFormat();
	const here = `/o/${place.slug}/verwaltung/anliegen/${concern.code}`;
	const title = t("concern.title", { kind: t(`kinds.${concern.kind}`), code: concern.code });
	const open = isOpen(concern.state);
	const { asker } = concern;
	const asked = concern.thread.some(({ end }) => end === null);
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<ConcernCrumbs place={place} code={concern.code} />
			<PageTitle title={title} state={<Badge tone={stateTone[concern.state]}>{t(`states.${concern.state}`)}</Badge>}>
				<ButtonRow>
					{mayMove(concern.state, "ANSWERED") && (
						<LinkButton href={`${here}/antwort`}>{w("concern.answer")}</LinkButton>
					)}
					{open && (
						<LinkButton look="secondary" href={`${here}/klaeren`}>
							{w("concern.clarify")}
						</LinkButton>
					)}
					{open && concern.responsible && (
						<LinkButton look="secondary" href={`${here}/schritt`}>
							{w("concern.step")}
						</LinkButton>
					)}
					{open && concern.responsible && !asked && concern.state !== "CAPTURED" && (
						<LinkButton look="secondary" href={`${here}/weitergeben`}>
							{h("forward.title")}
						</LinkButton>
					)}
					{open && (
						<LinkButton look="tertiary" href={`${here}/buendeln`}>
							{h("bundle.link")}
						</LinkButton>
					)}
					{open && (
						<LinkButton look="tertiary" href={`${here}/teilen`}>
							{h("split.link")}
						</LinkButton>
					)}
					{concern.state !== "CLOSED" && (
						<LinkButton look="tertiary" href={`${here}/abschluss`}>
							{w("concern.close")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{carried && <Alert tone="success" title={h("carry.done")} live />}
			{concern.objections.map(({ id, at, text }) => (
				<Alert key={id} tone="warning" title={w("concern.objection", { date: format.dateLong(at) })}>
					<Paragraphs text={text} />
				</Alert>
			))}
			{concern.drafts.others.length > 0 && (
				<Alert title={h("answer.drafts")}>
					<ul>
						{concern.drafts.others.map(({ personId, name, savedAt }) => (
							<li key={personId}>{h("answer.draftOf", { name, date: format.dateTime(savedAt) })}</li>
						))}
					</ul>
				</Alert>
			)}
			<ConcernView concern={concern} reader="handler" />
			<ForwardingThread thread={concern.thread} here={here} />
			<CameOfItList came={concern.came} waits={concern.next?.step === "RESULT"}>
				<h3>{h("carry.ways")}</h3>
				<p>{h("carry.waysText", { code: concern.code })}</p>
				{ways.length > 0 && (
					<ul>
						{ways.map(({ label, href }) => (
							<li key={href}>
								<a href={href}>{label}</a>
							</li>
						))}
					</ul>
				)}
			</CameOfItList>
			{concern.bundled.length > 0 && (
				<Section id="buendel" title={h("bundle.together")}>
					<ul>
						{concern.bundled.map(({ code, kind, state }) => (
							<li key={code}>
								<a href={`/o/${place.slug}/verwaltung/anliegen/${code}`}>
									{t("concern.title", { kind: t(`kinds.${kind}`), code })}
								</a>
								{` – ${t(`states.${state}`)}`}
							</li>
						))}
					</ul>
					<Form action={`${here}/buendeln`} hidden={{ act: "leave" }} inline>
						<Button look="tertiary">{h("bundle.leave")}</Button>
					</Form>
				</Section>
			)}
			{concern.mail && (concern.mail.files.length > 0 || concern.mail.leftOut.length > 0) && (
				<Section id="anhaenge" title={h("mail.files")}>
					<ul>
						{concern.mail.files.map(({ id, name, href }) => (
							<li key={id}>
								<a href={href}>{name}</a>
							</li>
						))}
					</ul>
					{concern.mail.leftOut.length > 0 && <p>{h("mail.leftOut", { names: concern.mail.leftOut.join(", ") })}</p>}
				</Section>
			)}
			<Section id="angaben" title={w("concern.asker")}>
				<SummaryList
					rows={[
						{
							term: w("concern.asker"),
							value: asker.forgotten
								? w("concern.forgotten")
								: [asker.name, asker.email].filter(Boolean).join(", ") || w("concern.anonymous"),
						},
						{ term: w("concern.origin"), value: w(`origins.${concern.origin}`) },
						{
							term: w("concern.visibility"),
							value: w(concern.visibility === "PUBLIC" ? "concern.public" : "concern.inside"),
						},
					]}
				/>
			</Section>
			<Section id="verlauf" title={w("concern.history")}>
				<DataTable
					caption={w("concern.history")}
					captionHidden
					rows={concern.history}
					rowKey={({ id }) => id}
					columns={[
						{ key: "post", header: w("concerns.post"), rowHeader: true, cell: ({ post }) => post },
						{
							key: "period",
							header: w("concern.period"),
							cell: ({ fromAt, untilAt }) => <Period from={fromAt} until={untilAt ?? undefined} />,
						},
						{ key: "why", header: t("who.why"), cell: ({ explanation }) => <Why explanation={explanation} /> },
					]}
				/>
			</Section>
			<p>
				<a href={`/werdegang/concern/${concern.id}`}>{w("concern.trace")}</a>
			</p>
		</>
	);
}
