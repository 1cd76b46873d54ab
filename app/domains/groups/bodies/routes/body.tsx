import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
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
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { bodyKinds } from "../../charter/charter";
import { stored, untilAfter } from "../../day.server";
import { TermFields } from "../../terms/ui/term-fields";
import { typedText } from "../../ui/typed";
import { listedKinds } from "../body";
import { listBody } from "../commands/list-body.server";
import { bodyFields } from "../forms";
import { bodyMessages } from "../messages";
import { bodyForm } from "../queries/register.server";
import type { Route } from "./+types/body";

const at = (params: Route.LoaderArgs["params"]) => ({
	place: params.place,
	body: params.body === "neu" ? null : givenId(params.body),
});

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await bodyForm(world, at(params))),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await bodyForm(world, at(params));
	const form = await readForm(request, bodyFields);
	if (!form.valid) return again(form.typed, form.refusals);
	const { firstDay, lastDay, ...body } = form.value;
	const outcome = await listBody(world, {
		...body,
		organisationId,
		id: at(params).body,
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/gremien`);
});

/** Enters a body of others, or changes what is written of it. */
export default function Body({ loaderData: { place, body, day, choices, kept }, actionData }: Route.ComponentProps) {
	const t = useText(bodyMessages);
	const { errors, at } = useProblems(bodyMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string, otherwise = "") => ({ name, value: typedText(typed, name, otherwise), error: at(name) });
	return (
		<>
			<title>{`${t("manageTitle")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("title"), href: `/o/${place.slug}/gremien` },
					{ label: t("manageTitle") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("manageTitle")} lead={t("manageLead")} />
			<Form>
				<TextField {...field("name", body?.name)} label={t("name")} maxLength={120} />
				<RadioGroup
					{...field("kind", body?.kind)}
					label={t("kind")}
					choices={listedKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
				/>
				<RadioGroup
					{...field("bodyKind", body?.bodyKind)}
					label={t("bodyKind")}
					choices={bodyKinds.map((value) => ({ value, label: t(`bodyKinds.${value}`) }))}
				/>
				<TextField {...field("carrier", body?.carrier)} label={t("carrier")} maxLength={200} />
				<TextArea {...field("purpose", body?.purpose)} label={t("purpose")} rows={3} maxLength={1000} />
				<TermFields choices={choices} typed={typed} given={body} at={at} />
				<TextField
					{...field("members", body?.members)}
					label={t("memberCount")}
					inputMode="numeric"
					width="short"
					optional
				/>
				<TextField {...field("webUrl", body?.webUrl)} type="url" label={t("webUrl")} optional />
				<DateField {...field("firstDay", body?.firstDay ?? day)} label={t("firstDay")} />
				<DateField {...field("lastDay", body?.lastDay)} label={t("lastDay")} optional />
				<Button>{t("save")}</Button>
			</Form>
		</>
	);
}
