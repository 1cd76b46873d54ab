import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../../ui/typed";
import { motionForm } from "../../forms";
import { meetingRefusalMessages } from "../../refusal-messages";
import { submitMotion } from "../commands/motions.server";
import { agendaMessages } from "../messages";
import { motionPage } from "../queries/motions.server";
import type { Route } from "./+types/submit-motion";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await motionPage(world, { ...params, meeting: givenId(params.meeting) })),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { meeting } = await motionPage(world, { ...params, meeting: givenId(params.meeting) });
	const form = await readForm(request, motionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await submitMotion(world, { meetingId: meeting.id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/sitzungen/${meeting.id}#antraege`);
});

/** A member asks for an item of the agenda. */
export default function SubmitMotion({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(agendaMessages);
	const { date } = useFormat();
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept;
	const groupHref = `/o/${page.place.slug}/arbeitskreise/${page.group.slug}`;
	return (
		<>
			<title>{`${t("submit")} – ${page.meeting.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: page.group.name, href: groupHref },
					{ label: page.meeting.title, href: `${groupHref}/sitzungen/${page.meeting.id}` },
					{ label: t("submit") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("submit")} above={page.meeting.title} lead={t("submitLead", { date: date(page.until) })} />
			<Form draftKey={`motion:${page.meeting.id}`}>
				<TextField
					name="title"
					label={t("titleField")}
					maxLength={120}
					value={typedText(typed, "title")}
					error={at("title")}
				/>
				<TextArea
					name="text"
					label={t("text")}
					hint={t("textHint")}
					rows={5}
					maxLength={5000}
					value={typedText(typed, "text")}
					error={at("text")}
				/>
				<Button>{t("send")}</Button>
			</Form>
		</>
	);
}
