import { Alert } from "~/design/alert";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { dayOf } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { RemoveButton } from "../../drafting/ui/remove-button";
import { removeForm } from "../../forms";
import { messages } from "../../messages";
import { fromDraft } from "../../queries/shown-agreement.server";
import { CostTable } from "../../ui/agreement-tables";
import { removeCostItem } from "../commands/edit-costs.server";
import { costMessages } from "../messages";
import { notesOfDraft, totalsOf } from "../queries/cost-overview.server";
import { TotalsTable } from "../ui/totals-table";
import type { Route } from "./+types/edit-costs";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	const { items } = fromDraft(draft);
	return {
		...page,
		saved: new URL(request.url).searchParams.has("saved"),
		items: draft.items.flatMap(({ id }, index) => {
			const shown = items[index];
			return shown ? [{ id, shown }] : [];
		}),
		notes: draft.items.length > 0 ? notesOfDraft(draft, dayOf(world.now).toString()) : [],
		totals: totalsOf(draft),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const form = readFields(request, await formFields(request), removeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await removeCostItem(world, { code, id: form.value.id });
	return outcome.done ? onward(`${here}/kosten?saved`) : again(form.typed, outcome.refusals);
});

export default function EditCosts({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(costMessages);
	const { money } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const noteOf = ({ code, values = {} }: (typeof page.notes)[number]) =>
		t(`plan.note.${code}`, {
			item: "",
			parties: "",
			year: "",
			...values,
			amount: values.cents === undefined ? "" : money(BigInt(values.cents)),
		});
	return (
		<EditFrame page={page} title={t("plan.title")} lead={t("plan.lead")} errors={problems.errors} saved={page.saved}>
			{page.notes.length > 0 && (
				<Alert tone="warning" title={t("plan.notes")}>
					<ul>
						{page.notes.map((note) => (
							<li key={`${note.code} ${note.values?.item ?? ""} ${note.values?.year ?? ""}`}>{noteOf(note)}</li>
						))}
					</ul>
				</Alert>
			)}
			{page.items.map(({ id, shown }) => (
				<div key={id} className="gw-flow">
					<CostTable item={shown} />
					{page.mayEdit && (
						<ButtonRow>
							<LinkButton
								href={`${page.here}/kosten/${id}`}
								look="secondary"
								label={`${t("plan.change")}: ${shown.label}`}
							>
								{t("plan.change")}
							</LinkButton>
							<RemoveButton act="remove" id={id} name={shown.label} />
						</ButtonRow>
					)}
				</div>
			))}
			{page.mayEdit && (
				<LinkButton href={`${page.here}/kosten/neu`} icon="add">
					{t("plan.add")}
				</LinkButton>
			)}
			<TotalsTable totals={page.totals} />
			<Section title={t("plan.tools")} id="werkzeuge">
				<ButtonRow>
					<LinkButton href={`${page.here}/kostenplan-tabelle`} look="secondary">
						{t("plan.sheet")}
					</LinkButton>
					{page.items.length > 0 && (
						<>
							<LinkButton href={`${page.here}/szenarien`} look="secondary">
								{t("plan.scenarios")}
							</LinkButton>
							<LinkButton href={`/vereinbarungen/${page.code}/austritt`} look="secondary">
								{t("plan.exit")}
							</LinkButton>
						</>
					)}
				</ButtonRow>
			</Section>
		</EditFrame>
	);
}
