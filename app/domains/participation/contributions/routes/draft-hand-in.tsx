import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { handIn } from "../commands/hand-in.server";
import { shownAsForm } from "../forms";
import { messages } from "../messages";
import { authorPage } from "../queries/author-page.server";
import { HandInForm } from "../ui/hand-in-form";
import type { Route } from "./+types/draft-hand-in";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	if (world.actor.kind !== "person") throw new SignInNeeded();
	const draft = await authorPage(world, { token: params.token });
	if (draft.submittedAt) throw onward(`/stand/${params.token}`);
	return { draft, person: world.actor.displayName };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, shownAsForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await handIn(world, { key: { token: params.token }, withName: form.value.shownAs === "self" });
	if (outcome.done || outcome.refusals.some(({ code }) => code === "already-handed-in")) {
		return onward(`/stand/${params.token}?neu`);
	}
	return again(form.typed, outcome.refusals);
});

export default function HandInDraft({ loaderData: { draft, person }, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("draft.asPerson", { name: person })} – Gemeinwerk`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={draft.title} above={draft.process.title} />
			<HandInForm person={person} />
			<p>
				<a href={`/entwurf/${params.token}`}>{t("receipt.continue")}</a>
			</p>
		</>
	);
}
