import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { enteredWays } from "../call";
import { enterApplication } from "../commands/apply.server";
import { enterForm } from "../forms";
import { callMessages } from "../messages";
import { managedCall } from "../queries/call-pages.server";
import { callStaffMessages } from "../staff-messages";
import { ApplicationFields } from "../ui/application-fields";
import type { Route } from "./+types/enter-application";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	call: await managedCall(world, params.code),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const call = await managedCall(world, params.code);
	const form = await readForm(request, enterForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { oldEnough, livesThere, nameIsPublic, ...fields } = form.value;
	const outcome = await enterApplication(world, {
		...fields,
		callId: call.id,
		oldEnough: oldEnough === "on",
		livesThere: livesThere === "on",
		nameIsPublic: nameIsPublic === "on",
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/aufrufe/${params.code}#bewerbungen`);
});

/** Enters an application that came by telephone or on paper. */
export default function EnterApplication({ loaderData: { call, kept }, actionData }: Route.ComponentProps) {
	const t = useText(callStaffMessages);
	const { errors, at } = useProblems(callMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const { group } = call;
	return (
		<>
			<title>{`${t("enter")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("enter")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("enter")} above={group.name} lead={t("enterText")} />
			<Form>
				<RadioGroup
					name="channel"
					label={t("channel")}
					value={typedText(typed, "channel")}
					error={at("channel")}
					choices={enteredWays.map((value) => ({ value, label: t(`channels.${value}`) }))}
				/>
				<ApplicationFields call={call} typed={typed} at={at} emailHint={t("emailHint")} withEmail="optional" />
				<TextField
					name="phone"
					type="tel"
					label={t("phone")}
					value={typedText(typed, "phone")}
					error={at("phone")}
					width="medium"
					optional
				/>
				<Button>{t("enterSave")}</Button>
			</Form>
		</>
	);
}
