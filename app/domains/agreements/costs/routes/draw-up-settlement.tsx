import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { LineField, lineScope } from "../../drafting/ui/line-field";
import { messages } from "../../messages";
import { drawUpSettlement } from "../commands/settle-year.server";
import { parseFigure } from "../cost-item-form";
import { followMessages } from "../follow-messages";
import { settlementForm } from "../forms";
import { parseEuros } from "../money-input";
import { settlementDraft } from "../queries/settlements.server";
import type { Route } from "./+types/draw-up-settlement";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	settlementDraft(world, { code: params.code, year: Number(params.year) }),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const year = Number(params.year);
	await settlementDraft(world, { code, year });
	const form = await readForm(request, settlementForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const given = form.value;
	const refusals: Refusal[] = [];
	const euros = (name: "actual" | "advance", index: number) => {
		const cents = parseEuros(given[name][index] ?? "");
		if (cents.done) return cents.value;
		refusals.push(...cents.refusals.map((refusal) => ({ ...refusal, field: `${name}-${index}` })));
		return 0n;
	};
	const items = given.item.map((item, index) => ({ index: Number(item), cents: euros("actual", index) }));
	const advances = given.party.map((organisationId, index) => ({ organisationId, cents: euros("advance", index) }));
	const figures = given.basisItem.map((item, index) => {
		const value = parseFigure("usage", null, given.basisValue[index] ?? "");
		const asOf = given.basisAsOf[index] ?? "";
		if (!value.done) refusals.push({ code: "count-unreadable", field: `basisValue-${index}` });
		if (asOf !== "" && parseDay(asOf) === null) refusals.push({ code: "date-invalid", field: `basisAsOf-${index}` });
		return {
			index: Number(item),
			organisationId: given.basisParty[index] ?? "",
			value: value.done ? value.value : 0n,
			source: given.basisSource[index] ?? "",
			asOf: asOf || null,
		};
	});
	if (refusals.length > 0) return again(form.typed, refusals);
	const outcome = await drawUpSettlement(world, { code, year, items, advances, figures });
	return outcome.done ? onward(`/vereinbarungen/${code}/abrechnung?saved`) : again(form.typed, outcome.refusals);
});

/** Leads from the summary to the line of a list. */
function toLine({ field, message }: { field?: string; message: string }) {
	const [, name, line] = /^(actual|advance|basisValue|basisAsOf)-(\d+)$/.exec(field ?? "") ?? [];
	return line === undefined ? { field, message } : { field: name, form: lineScope(Number(line)), message };
}

export default function DrawUpSettlement({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(followMessages);
	const say = useText(messages);
	const { money } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? {};
	const at = (name: string, index: number, stored: string) => {
		const list = typed[name];
		return {
			value: Array.isArray(list) ? (list[index] ?? "") : stored,
			error: problems.at(`${name}-${index}`),
		};
	};
	const year = String(page.year);
	const here = `/vereinbarungen/${page.code}`;
	return (
		<>
			<title>{`${t("settle.form", { year })} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: say("list.title"), href: "/vereinbarungen" },
					{ label: page.number, href: here },
					{ label: t("settle.title"), href: `${here}/abrechnung` },
					{ label: t("settle.form", { year }) },
				]}
			/>
			<ErrorSummary errors={problems.errors.map(toLine)} />
			<PageTitle title={t("settle.form", { year })} above={page.title} lead={t("settle.formLead")} />
			<Form>
				<Section title={t("settle.items")} id="kosten">
					{page.items.map(({ index, label, planned }, line) => (
						<LineField key={index} line={line} hidden={{ item: index }}>
							<TextField
								name="actual"
								inputMode="decimal"
								width="medium"
								label={t("settle.actual", { item: label })}
								hint={t("settle.planned", { amount: money(BigInt(planned)) })}
								{...at("actual", line, "")}
							/>
						</LineField>
					))}
				</Section>
				<Section title={t("settle.advances")} id="vorauszahlungen" intro={t("settle.advanceHint")}>
					{page.parties.map(({ id, name, advance }, line) => (
						<LineField key={id} line={line} hidden={{ party: id }}>
							<TextField
								name="advance"
								inputMode="decimal"
								width="medium"
								label={t("settle.advance", { party: name })}
								{...at("advance", line, advance)}
							/>
						</LineField>
					))}
				</Section>
				{page.figures.length > 0 && (
					<Section title={t("settle.keys")} id="werte" intro={t("settle.keysHint")}>
						{page.figures.map(({ item, label, party, name, value, source, asOf, sourced }, line) => {
							const words = { item: label, party: name };
							return (
								<LineField key={`${item} ${party}`} line={line} hidden={{ basisItem: item, basisParty: party }}>
									<TextField
										name="basisValue"
										inputMode="numeric"
										width="medium"
										label={t("settle.value", words)}
										{...at("basisValue", line, value)}
									/>
									<TextField
										name="basisSource"
										optional={!sourced}
										label={t("settle.source", words)}
										{...at("basisSource", line, source)}
									/>
									<DateField
										name="basisAsOf"
										optional={!sourced}
										label={t("settle.asOf", words)}
										{...at("basisAsOf", line, asOf)}
									/>
								</LineField>
							);
						})}
					</Section>
				)}
				<Button>{t("settle.save")}</Button>
			</Form>
		</>
	);
}
