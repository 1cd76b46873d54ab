import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { noticeTopics } from "~/platform/notice-topics";
import type { World } from "~/platform/world.server";
import { changePreference } from "../commands/change-preference.server";
import { preferenceForm } from "../forms";
import { messages } from "../messages";
import { preferenceOf, recipient } from "../queries/messages.server";
import type { Route } from "./+types/choose-rhythm";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => ({
	rhythms: await preferenceOf(world),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const personId = recipient(world);
	const form = await readForm(request, preferenceForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await changePreference(world, { personId, ...form.value });
	return onward("/konto/benachrichtigungen?gespeichert");
});

export default function ChooseRhythm({ loaderData: { rhythms, saved }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const refused = (actionData?.refusals ?? []).map(({ field }) => ({ field, message: t("refusals.digest-missing") }));
	return (
		<>
			<title>{`${t("rhythm.title")} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("account"), href: "/konto" }, { label: t("rhythm.title") }]} />
			<ErrorSummary errors={refused} />
			{saved && !actionData && <Alert tone="success" title={t("rhythm.saved")} live />}
			<PageTitle title={t("rhythm.title")} lead={t("rhythm.lead")}>
				<p>{t("rhythm.service")}</p>
			</PageTitle>
			<Form>
				{noticeTopics.map((topic) => (
					<RadioGroup
						key={topic}
						name={topic}
						label={t(`rhythm.topics.${topic}.label`)}
						hint={t(`rhythm.topics.${topic}.hint`)}
						error={refused.find(({ field }) => field === topic)?.message}
						value={String(actionData?.typed[topic] ?? rhythms[topic])}
						choices={(["daily", "weekly", "never"] as const).map((value) => ({ value, label: t(`rhythm.${value}`) }))}
					/>
				))}
				<p>{t("rhythm.neverHint")}</p>
				<Button>{t("rhythm.save")}</Button>
			</Form>
		</>
	);
}
