import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { confirmByLink } from "../commands/confirm-as-guest.server";
import { messages } from "../messages";
import { linkedDraft } from "../queries/linked-draft.server";
import type { Route } from "./+types/confirm-link";

/** Opening the link changes nothing, because mail programs open links by themselves; the button does it. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	draft: await linkedDraft(world, params.token),
}));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const outcome = await confirmByLink(world, { linkToken: params.token });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(
		outcome.value.handedIn ? `/stand/${outcome.value.statusToken}?neu` : `/beitrag-bestaetigen/${params.token}`,
	);
});

export default function ConfirmLink({ loaderData: { draft }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	if (!draft) {
		return (
			<>
				<title>{`${t("confirm.goneTitle")} – Gemeinwerk`}</title>
				<ErrorSummary errors={errors} />
				<PageTitle title={t("confirm.goneTitle")} />
				<Alert tone="info" title={t("confirm.goneTitle")}>
					<p>{t("confirm.gone")}</p>
				</Alert>
			</>
		);
	}
	return (
		<>
			<title>{`${t("confirm.title")} – ${draft.process}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("confirm.title")} above={draft.process} lead={t("confirm.lead")} />
			<h2>{draft.title}</h2>
			<RichTextView html={draft.html} />
			<Form>
				<Button>{t("confirm.submit")}</Button>
			</Form>
		</>
	);
}
