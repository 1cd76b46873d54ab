import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ban } from "../commands/ban.server";
import { moderationRules } from "../contribution";
import { banForm } from "../forms";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { textToBanFor } from "../queries/bans.server";
import { useAuthorName } from "../ui/author-name";
import { paragraphsOf } from "../ui/discussion";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/ban";

type Params = { place: string; contribution?: string; comment?: string };

function subjectOf({ place, contribution, comment }: Params) {
	const kind = comment ? ("comment" as const) : ("contribution" as const);
	return { place, kind, id: givenId(comment ?? contribution ?? "") };
}

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	textToBanFor(world, subjectOf(params)),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { kind, id, place } = subjectOf(params);
	await textToBanFor(world, { kind, id, place });
	const form = await readForm(request, banForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await ban(world, { subject: { kind, id }, ...form.value });
	return outcome.done ? onward(`/o/${place}/verwaltung/moderation/sperren`) : again(form.typed, outcome.refusals);
});

export default function Ban({ loaderData: text, actionData }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	const nameOf = useAuthorName();
	const { errors, at } = useProblems(moderationMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const moderation = `/o/${text.place.slug}/verwaltung/moderation`;
	return (
		<>
			<title>{`${t("ban.title")} – ${text.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: text.place.name, href: `/o/${text.place.slug}` },
					{ label: words("moderation.title"), href: moderation },
					{ label: t("ban.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("ban.title")} above={text.title} lead={t("ban.lead")} />
			<p>{t("ban.who")}</p>
			<blockquote>
				<p>{nameOf(text.author)}</p>
				{paragraphsOf(text.text)}
			</blockquote>
			<Form>
				<RadioGroup
					name="rule"
					label={t("ban.rule")}
					value={textOf(typed.rule)}
					error={at("rule")}
					choices={moderationRules.map((rule) => ({ value: rule, label: words(`rules.${rule}`) }))}
				/>
				<TextArea name="reason" label={t("ban.reason")} value={textOf(typed.reason)} error={at("reason")} />
				<DateField
					name="lastDay"
					label={t("ban.lastDay")}
					hint={t("ban.lastDayHint")}
					value={textOf(typed.lastDay)}
					error={at("lastDay")}
				/>
				<Button look="danger">{t("ban.submit")}</Button>
			</Form>
		</>
	);
}
