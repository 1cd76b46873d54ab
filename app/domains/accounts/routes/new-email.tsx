import { data } from "react-router";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as accountMessages } from "../account-messages";
import { confirmNewEmail, emailChangePurpose } from "../commands/change-account.server";
import { findPass } from "../links.server";
import { messages } from "../messages";
import { LinkOver } from "../ui/link-over";
import type { Route } from "./+types/new-email";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const pass = await findPass(world, params.token, emailChangePurpose);
	return pass ? { open: true } : data({ open: false }, { status: 404 });
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const outcome = await confirmNewEmail(world, { token: params.token });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(world.actor.kind === "person" ? "/konto?gespeichert" : "/anmelden?adresse");
});

export default function NewEmail({ loaderData, actionData }: Route.ComponentProps) {
	const own = useText(accountMessages);
	const problems = useProblems(messages, actionData?.refusals);
	if (!loaderData.open) return <LinkOver again="/konto" />;
	return (
		<>
			<title>{own("profile.confirmTitle")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={own("profile.confirmTitle")} lead={own("profile.confirmLead")} />
			<Form>
				<Button>{own("profile.confirm")}</Button>
			</Form>
		</>
	);
}
