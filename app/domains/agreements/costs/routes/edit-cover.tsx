import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { addCommitment, removeLine } from "../../drafting/commands/edit-plan.server";
import { editingMessages } from "../../drafting/editing-messages";
import { editingPage, yearsOf } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { RemoveButton } from "../../drafting/ui/remove-button";
import { actForm, commitmentForm, removeForm, takeForm } from "../../forms";
import { messages } from "../../messages";
import { addCover, takeCoverFromShares } from "../commands/edit-costs.server";
import { coverKinds, standings } from "../coverage";
import { coverForm } from "../forms";
import { costMessages } from "../messages";
import { fundingOf, shownReserve } from "../queries/cost-overview.server";
import { FundingTables } from "../ui/funding-tables";
import type { Route } from "./+types/edit-cover";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		saved: new URL(request.url).searchParams.has("saved"),
		years: yearsOf(draft),
		funding: fundingOf(draft),
		reserve: shownReserve(draft),
		cover: draft.cover.map(({ cents, ...line }) => ({ ...line, cents: cents.toString() })),
		commitments: draft.commitments.map(({ yearly, ...promise }) => ({
			...promise,
			yearly: yearly === null ? null : yearly.toString(),
		})),
		parties: draft.parties.map(({ id, organisation }) => ({ value: id, label: organisation.name })),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const back = onward(`${here}/deckung?saved`);
	if (act === "cover") {
		const form = readFields(request, fields, coverForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await addCover(world, { code, ...form.value });
		return outcome.done ? back : again(form.typed, outcome.refusals);
	}
	if (act === "take") {
		const form = readFields(request, fields, takeForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await takeCoverFromShares(world, { code, ...form.value });
		return outcome.done ? back : again(form.typed, outcome.refusals);
	}
	if (act === "commitment") {
		const form = readFields(request, fields, commitmentForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const [from, until] = [parseDay(form.value.from), parseDay(form.value.until)];
		if (!from || !until) return again(form.typed, [{ code: "date-invalid", field: from ? "until" : "from" }]);
		const { yearly: yearlyCents, ...given } = form.value;
		const outcome = await addCommitment(world, { code, ...given, from, until, yearlyCents });
		return outcome.done ? back : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, removeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const of = act === "remove-cover" ? "cover" : "commitment";
	const outcome = await removeLine(world, { code, of, id: form.value.id });
	return outcome.done ? back : again(form.typed, outcome.refusals);
});

export default function EditCover({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(messages);
	const cost = useText(costMessages);
	const { money } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const euros = (cents: string) => money(BigInt(cents));
	const nameOf = (id: string) => page.parties.find(({ value }) => value === id)?.label ?? "";
	return (
		<EditFrame
			page={page}
			title={t("cover.title")}
			lead={t("cover.lead")}
			errors={problems.errors}
			form={typed.basis === undefined ? "zeile" : "zusage"}
			saved={page.saved}
		>
			<DataTable
				caption={t("cover.caption")}
				rows={page.years}
				rowKey={({ year }) => String(year)}
				empty={<p>{say("page.none")}</p>}
				columns={[
					{
						key: "year",
						header: t("cover.year"),
						rowHeader: true,
						cell: ({ year, afterFunding }) => (afterFunding ? `${year} (${t("cover.after")})` : String(year)),
					},
					{ key: "cost", header: t("cover.cost"), numeric: true, cell: ({ cost }) => euros(cost) },
					...standings.map((standing) => ({
						key: standing,
						header: say(`standings.${standing}`),
						numeric: true,
						cell: (row: (typeof page.years)[number]) => euros(row[standing]),
					})),
					{
						key: "gap",
						header: t("cover.gap"),
						numeric: true,
						cell: ({ gap, afterFunding }) =>
							afterFunding && gap !== "0" ? <Badge tone="danger">{euros(gap)}</Badge> : euros(gap),
					},
				]}
			/>
			<FundingTables years={page.years} funding={page.funding} reserve={page.reserve} />
			<Section title={t("cover.lines")} id="zeilen">
				{page.cover.length > 0 && (
					<DataTable
						caption={t("cover.lines")}
						captionHidden
						rows={page.cover}
						rowKey={({ id }) => id}
						columns={[
							{ key: "year", header: t("cover.year"), cell: ({ year }) => String(year) },
							{ key: "who", header: t("cover.who"), rowHeader: true, cell: ({ label }) => label },
							{ key: "kind", header: say("page.source"), cell: ({ kind }) => cost(`kinds.${kind ?? "own"}`) },
							{ key: "cents", header: say("page.amount"), numeric: true, cell: ({ cents }) => euros(cents) },
							{
								key: "standing",
								header: say("page.standing"),
								cell: ({ standing }) => (standing ? say(`standings.${standing}`) : say("page.none")),
							},
							{ key: "bearer", header: say("page.bearer"), cell: ({ bearer }) => bearer || say("page.none") },
							{
								key: "act",
								header: t("plan.act"),
								cell: ({ id, label, year }) =>
									page.mayEdit && <RemoveButton act="remove-cover" id={id} name={`${label} ${year}`} />,
							},
						]}
					/>
				)}
				{page.mayEdit && (
					<>
						<Form id="uebernehmen" hidden={{ act: "take", standing: "reserved" }}>
							<p>
								{t("cover.takeText")} ({say("standings.reserved")})
							</p>
							<Button look="secondary">{t("cover.take")}</Button>
						</Form>
						<Form id="zeile" hidden={{ act: "cover" }}>
							<TextField
								name="year"
								inputMode="numeric"
								width="short"
								label={t("cover.year")}
								value={typed.year?.toString()}
								error={problems.at("year")}
							/>
							<TextField
								name="untilYear"
								optional
								inputMode="numeric"
								width="short"
								label={cost("cover.untilYear")}
								value={typed.untilYear?.toString()}
								error={problems.at("untilYear")}
							/>
							<TextField
								name="label"
								label={t("cover.who")}
								value={typed.label?.toString()}
								error={problems.at("label")}
							/>
							<TextField
								name="cents"
								inputMode="decimal"
								width="medium"
								label={t("cover.amount")}
								value={typed.cents?.toString()}
								error={problems.at("cents")}
							/>
							<RadioGroup
								name="kind"
								label={cost("cover.kind")}
								value={typed.kind?.toString() ?? "own"}
								choices={coverKinds.map((value) => ({ value, label: cost(`kinds.${value}`) }))}
								error={problems.at("kind")}
							/>
							<RadioGroup
								name="standing"
								label={t("cover.standing")}
								value={typed.standing?.toString()}
								choices={standings.map((value) => ({ value, label: say(`standings.${value}`) }))}
								error={problems.at("standing")}
							/>
							<TextField
								name="bearer"
								optional
								label={t("cover.bearer")}
								hint={t("cover.bearerHint")}
								value={typed.bearer?.toString()}
								error={problems.at("bearer")}
							/>
							<Button look="secondary">{t("cover.add")}</Button>
						</Form>
					</>
				)}
			</Section>
			<Section title={say("page.commitments")} id="zusagen">
				{page.commitments.length > 0 && (
					<DataTable
						caption={say("page.commitments")}
						captionHidden
						rows={page.commitments}
						rowKey={({ id }) => id}
						columns={[
							{ key: "party", header: say("page.party"), rowHeader: true, cell: ({ party }) => nameOf(party) },
							{ key: "from", header: say("page.from"), cell: ({ from }) => <LocalDate value={from} /> },
							{ key: "until", header: say("page.until"), cell: ({ until }) => <LocalDate value={until} /> },
							{
								key: "yearly",
								header: say("page.yearly"),
								numeric: true,
								cell: ({ yearly }) => (yearly === null ? say("page.none") : money(BigInt(yearly))),
							},
							{ key: "basis", header: say("page.basis"), cell: ({ basis }) => basis },
							{
								key: "act",
								header: t("plan.act"),
								cell: ({ id, party }) =>
									page.mayEdit && <RemoveButton act="remove-commitment" id={id} name={nameOf(party)} />,
							},
						]}
					/>
				)}
				{page.mayEdit && (
					<Form id="zusage" hidden={{ act: "commitment" }}>
						<RadioGroup
							name="partyId"
							label={t("cover.party")}
							value={typed.partyId?.toString()}
							choices={page.parties}
							error={problems.at("partyId")}
						/>
						<DateField name="from" label={t("cover.from")} value={typed.from?.toString()} error={problems.at("from")} />
						<DateField
							name="until"
							label={t("cover.until")}
							value={typed.until?.toString()}
							error={problems.at("until")}
						/>
						<TextField
							name="yearly"
							inputMode="decimal"
							width="short"
							label={t("cover.yearly")}
							hint={t("cover.yearlyHint")}
							value={typed.yearly?.toString()}
							error={problems.at("yearly")}
						/>
						<TextField
							name="basis"
							label={t("cover.basis")}
							hint={t("cover.basisHint")}
							value={typed.basis?.toString()}
							error={problems.at("basis")}
						/>
						<TextField
							name="adjustment"
							label={t("cover.adjustment")}
							value={typed.adjustment?.toString()}
							error={problems.at("adjustment")}
						/>
						<Button look="secondary">{t("cover.commit")}</Button>
					</Form>
				)}
			</Section>
		</EditFrame>
	);
}
