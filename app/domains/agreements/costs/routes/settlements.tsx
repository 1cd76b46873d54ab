import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { decisionOf } from "../../on-behalf/forms";
import { onBehalfMessages } from "../../on-behalf/messages";
import { DecisionFields } from "../../on-behalf/ui/decision-fields";
import { GivenWords } from "../../on-behalf/ui/given-words";
import { acknowledgeSettlement } from "../commands/settle-year.server";
import { followMessages } from "../follow-messages";
import { acknowledgeForm } from "../forms";
import { settlementsPage } from "../queries/settlements.server";
import type { Route } from "./+types/settlements";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await settlementsPage(world, params.code)),
	saved: new URL(request.url).searchParams.has("saved"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, acknowledgeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { settlementId, organisationId } = form.value;
	const word = { settlementId, organisationId, decision: decisionOf(form.value) };
	const outcome = await acknowledgeSettlement(world, { code: params.code, ...word });
	return outcome.done ? onward(`/vereinbarungen/${params.code}/abrechnung?saved`) : again(form.typed, outcome.refusals);
});

export default function Settlements({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(followMessages);
	const say = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("settle.title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: say("list.title"), href: "/vereinbarungen" },
					{ label: page.number, href: `/vereinbarungen/${page.code}` },
					{ label: t("settle.title") },
				]}
			/>
			{page.saved && !actionData && <Alert tone="success" title={t("settle.saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("settle.title")} above={page.title} lead={t("settle.lead")}>
				{page.draw.length > 0 && (
					<ButtonRow>
						{page.draw.map(({ year, again: anew, href }) => (
							<LinkButton key={year} href={href} look="secondary">
								{t(anew ? "settle.again" : "settle.draw", { year: String(year) })}
							</LinkButton>
						))}
					</ButtonRow>
				)}
			</PageTitle>
			{page.settlements.length === 0 && <p>{t("settle.none")}</p>}
			{page.settlements.map((settlement) => (
				<Settlement key={settlement.id} settlement={settlement} typed={actionData?.typed ?? {}} at={problems.at} />
			))}
		</>
	);
}

type Shown = Route.ComponentProps["loaderData"]["settlements"][number];

function Settlement({
	settlement,
	typed,
	at,
}: {
	settlement: Shown;
	typed: Typed;
	at(field: string): string | undefined;
}) {
	const t = useText(followMessages);
	const behalf = useText(onBehalfMessages);
	const { money, date, number } = useFormat();
	const { content, acknowledged, mine, current } = settlement;
	const euros = (cents: string) => money(BigInt(cents));
	const words = (cents: string) => {
		const difference = BigInt(cents);
		if (difference === 0n) return t("settle.even");
		return difference > 0n ? `${money(difference)} ${t("settle.toPay")}` : `${money(-difference)} ${t("settle.back")}`;
	};
	const nameOf = (place: number) => content.parties.find((party) => party.place === place)?.name ?? "";
	const all = acknowledged.length === content.parties.length;
	return (
		<Section
			title={t("settle.heading", { year: String(settlement.year), number: String(settlement.number) })}
			id={`abrechnung-${settlement.year}-${settlement.number}`}
		>
			<p>
				{t("settle.drawn", { day: date(settlement.day) })} {!current && t("settle.replaced")}
			</p>
			<DataTable
				caption={t("settle.caption")}
				rows={content.parties}
				rowKey={({ place }) => String(place)}
				columns={[
					{ key: "party", header: t("party"), rowHeader: true, cell: ({ name }) => name },
					{ key: "paid", header: t("settle.paid"), numeric: true, cell: ({ advance }) => euros(advance) },
					{ key: "share", header: t("settle.share"), numeric: true, cell: ({ share }) => euros(share) },
					{ key: "more", header: t("settle.difference"), numeric: true, cell: ({ difference }) => words(difference) },
				]}
				footer={{
					party: t("sum"),
					paid: euros(content.advances),
					share: euros((BigInt(content.actual) - BigInt(content.gap)).toString()),
					more: words(content.difference),
				}}
			/>
			{content.gap !== "0" && <p>{t("settle.gap", { amount: euros(content.gap) })}</p>}
			<Disclosure summary={t("settle.basis")}>
				<ul>
					{content.items.map((item) => (
						<li key={item.label}>
							{item.label}: {euros(item.actual)}. {t("settle.planned", { amount: euros(item.planned) })}{" "}
							{item.basis
								.filter(({ source }) => source !== "")
								.map(
									({ party, value, source, asOf }) =>
										`${nameOf(party)} ${number(BigInt(value))} (${source}${asOf ? `, ${date(asOf)}` : ""})`,
								)
								.join("; ")}
						</li>
					))}
				</ul>
			</Disclosure>
			{all ? (
				<Alert tone="success" title={t("settle.all")} level={3} />
			) : (
				<p>
					{t("settle.acknowledged", {
						done: String(acknowledged.length),
						all: String(content.parties.length),
						names: acknowledged.join(", ") || t("settle.nobody"),
					})}
				</p>
			)}
			<GivenWords words={settlement.words} />
			{mine.map(({ organisationId, name, byDecision }) => {
				const refused = typed.settlementId === settlement.id && typed.organisationId === organisationId;
				const form = {
					id: `anerkennen-${settlement.number}-${organisationId}`,
					hidden: { settlementId: settlement.id, organisationId },
				};
				const words = t("settle.acknowledge", { party: name });
				return byDecision ? (
					<Disclosure key={organisationId} summary={`${behalf("title")}: ${name}`} open={refused}>
						<Form {...form}>
							<DecisionFields typed={refused ? typed : {}} at={(field) => (refused ? at(field) : undefined)} />
							<Button>{words}</Button>
						</Form>
					</Disclosure>
				) : (
					<Form key={organisationId} inline {...form}>
						<Button>{words}</Button>
					</Form>
				);
			})}
		</Section>
	);
}
