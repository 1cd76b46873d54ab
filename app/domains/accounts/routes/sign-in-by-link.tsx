import { data } from "react-router";
import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { conduct, onwardPath } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { signInByLink, signInPurpose } from "../commands/sign-in-by-link.server";
import { findPass } from "../links.server";
import { messages } from "../messages";
import { LinkOver } from "../ui/link-over";
import { goOn, visitorOf } from "../visitor.server";
import type { Route } from "./+types/sign-in-by-link";

/** Looking at the page signs nobody in: programs that scan mails open every link. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const pass = await findPass(world, params.token, signInPurpose);
	return pass ? { open: true } : data({ open: false }, { status: 404 });
});

export const action = conduct(async ({ world, request, params, context }: Route.ActionArgs & { world: World }) => {
	try {
		const visitor = visitorOf(request, context);
		const outcome = await signInByLink(world, { token: params.token, visitor });
		if (outcome.done) return goOn(outcome.value, onwardPath(request, "/"));
	} catch (error) {
		if (!(error instanceof NotFound)) throw error;
	}
	return data({ over: true }, { status: 404 });
});

export default function SignInByLink({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	if (!loaderData.open || actionData) return <LinkOver again="/anmelden/link" />;
	return (
		<>
			<title>{t("link.useTitle")}</title>
			<PageTitle title={t("link.useTitle")} lead={t("link.useLead")} />
			<Form>
				<Button>{t("link.use")}</Button>
			</Form>
		</>
	);
}
