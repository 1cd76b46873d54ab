import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { Forbidden } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { object } from "../commands/objections.server";
import { objectionForm } from "../forms";
import { minutesMessages } from "../messages";
import { minutesPage } from "../queries/minutes-page.server";
import { pathOf } from "../ui/wording";
import type { Route } from "./+types/object";

const read = (world: World, params: Route.LoaderArgs["params"]) =>
	minutesPage(world, { ...params, meeting: givenId(params.meeting) }, { version: null, asPublic: false });

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, group, meeting, objectionsUntil, may } = await read(world, params);
	if (!may.object) throw new Forbidden();
	return { place, group, meeting, objectionsUntil, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, objectionForm);
	const page = await read(world, params);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await object(world, { minutesId: page.id, text: form.value.text });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${pathOf(page)}/protokoll#einwaende`);
});

/** A member objects to circulated minutes. */
export default function ObjectToMinutes({ loaderData: { kept, ...page }, actionData }: Route.ComponentProps) {
	const t = useText(minutesMessages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(minutesMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("object")} – ${page.meeting.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.group.name, href: `/o/${page.place.slug}/arbeitskreise/${page.group.slug}` },
					{ label: page.meeting.title, href: pathOf(page) },
					{ label: t("kind"), href: `${pathOf(page)}/protokoll` },
					{ label: t("object") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("object")}
				above={t("title", { meeting: page.meeting.title })}
				lead={page.objectionsUntil ? t("objectUntil", { day: dateLong(page.objectionsUntil) }) : undefined}
			/>
			<Form>
				<TextArea
					name="text"
					label={t("objectText")}
					hint={t("objectHint")}
					maxLength={5000}
					value={typedText(actionData?.typed ?? kept, "text")}
					error={at("text")}
				/>
				<Button>{t("objectSend")}</Button>
			</Form>
		</>
	);
}
