import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { assignGroup } from "../commands/assign-group.server";
import { assignForm } from "../forms";
import { termMessages } from "../messages";
import { assignPage } from "../queries/assigned.server";
import { TermFields } from "../ui/term-fields";
import type { Route } from "./+types/assign";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	assignPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await assignPage(world, params);
	const form = await readForm(request, assignForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { parent, ...about } = form.value;
	const outcome = await assignGroup(world, { groupId: id, ...about, ...parent });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(managedPath(params.place, params.group));
});

/** Says what a group is about, and for which group or body it works. */
export default function Assign({ loaderData: group, actionData }: Route.ComponentProps) {
	const t = useText(termMessages);
	const { errors, at } = useProblems(termMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("title")} above={group.name} />
			<Form>
				<TermFields choices={group.choices} typed={actionData?.typed} given={group.given} at={at} parent />
				<Button>{t("save")}</Button>
			</Form>
		</>
	);
}
