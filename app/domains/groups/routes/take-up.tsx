import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { takeUp } from "../commands/take-up.server";
import { formMessages } from "../form-messages";
import { takeUpForm } from "../forms";
import { messages } from "../messages";
import { managedGroup, matterByCode, runGroup } from "../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../ui/group-crumbs";
import { typedText } from "../ui/typed";
import type { Route } from "./+types/take-up";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, name, slug } = await managedGroup(world, params);
	return { place, name, slug, code: new URL(request.url).searchParams.get("kurz")?.slice(0, 60) ?? "" };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const group = await runGroup(world, params);
	const form = await readForm(request, takeUpForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const matter = await matterByCode(world, form.value.kurz);
	if (!matter) return again(form.typed, [{ code: "nothing-found", field: "kurz" }]);
	const outcome = await takeUp(world, { groupId: group.id, ...matter });
	if (!outcome.done)
		return again(
			form.typed,
			outcome.refusals.map(({ code }) => ({ code, field: "kurz" })),
		);
	return onward(`${managedPath(params.place, params.group)}#aufgegriffen`);
});

/** Takes up what bears a short code. */
export default function TakeUp({ loaderData: group, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("takeUp.title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("takeUp.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("takeUp.title")} above={group.name} lead={t("takeUp.lead")} />
			<Form>
				<TextField
					name="kurz"
					label={t("takeUp.code")}
					hint={t("takeUp.codeHint")}
					width="medium"
					spellCheck={false}
					value={typedText(actionData?.typed, "kurz", group.code)}
					error={at("kurz")}
				/>
				<Button>{t("takeUp.save")}</Button>
			</Form>
		</>
	);
}
