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
import type { World } from "~/platform/world.server";
import { changePreference } from "../commands/change-preference.server";
import { preferenceForm } from "../forms";
import { messages } from "../messages";
import { preferenceOf, recipient } from "../queries/messages.server";
import type { Route } from "./+types/choose-rhythm";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => ({
	digest: await preferenceOf(world),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const personId = recipient(world);
	const form = await readForm(request, preferenceForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await changePreference(world, { personId, digest: form.value.digest });
	return onward("/konto/benachrichtigungen?gespeichert");
});

export default function ChooseRhythm({ loaderData: { digest, saved }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const refused = (actionData?.refusals ?? []).map(({ field }) => ({ field, message: t("refusals.digest-missing") }));
	return (
		<>
			<title>{`${t("rhythm.title")} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("account"), href: "/konto" }, { label: t("rhythm.title") }]} />
			<ErrorSummary errors={refused} />
			{saved && !actionData && <Alert tone="success" title={t("rhythm.saved")} live />}
			<PageTitle title={t("rhythm.title")} lead={t("rhythm.lead")} />
			<Form>
				<RadioGroup
					name="digest"
					label={t("rhythm.label")}
					hint={t("rhythm.service")}
					error={refused[0]?.message}
					value={digest}
					choices={[
						{ value: "daily", label: t("rhythm.daily") },
						{ value: "weekly", label: t("rhythm.weekly") },
						{ value: "never", label: t("rhythm.never"), hint: t("rhythm.neverHint") },
					]}
				/>
				<Button>{t("rhythm.save")}</Button>
			</Form>
		</>
	);
}
