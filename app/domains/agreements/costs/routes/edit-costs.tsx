import { ButtonRow, LinkButton } from "~/design/button";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { removeLine } from "../../drafting/commands/edit-plan.server";
import { editingMessages } from "../../drafting/editing-messages";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { RemoveButton } from "../../drafting/ui/remove-button";
import { removeForm } from "../../forms";
import { messages } from "../../messages";
import { fromDraft } from "../../queries/agreement-page.server";
import { CostTable } from "../../ui/agreement-tables";
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
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const form = readFields(request, await formFields(request), removeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await removeLine(world, { code, of: "item", id: form.value.id });
	return outcome.done ? onward(`${here}/kosten?saved`) : again(form.typed, outcome.refusals);
});

export default function EditCosts({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const problems = useProblems(messages, actionData?.refusals);
	return (
		<EditFrame page={page} title={t("costs.title")} lead={t("costs.lead")} errors={problems.errors} saved={page.saved}>
			{page.items.map(({ id, shown }) => (
				<div key={id} className="gw-flow">
					<CostTable item={shown} />
					{page.mayEdit && (
						<ButtonRow>
							<LinkButton
								href={`${page.here}/kosten/${id}`}
								look="secondary"
								label={`${t("costs.change")}: ${shown.label}`}
							>
								{t("costs.change")}
							</LinkButton>
							<RemoveButton act="remove" id={id} name={shown.label} />
						</ButtonRow>
					)}
				</div>
			))}
			{page.mayEdit && (
				<LinkButton href={`${page.here}/kosten/neu`} icon="add">
					{t("costs.add")}
				</LinkButton>
			)}
		</EditFrame>
	);
}
