import { conduct, onward, onwardPath } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import type { World } from "~/platform/world.server";
import { askForSignInLink } from "../commands/sign-in-by-link.server";
import { emailForm } from "../forms";
import { AskByMail } from "../ui/ask-by-mail";
import { visitorOf } from "../visitor.server";
import type { Route } from "./+types/ask-for-link";

export const loader = conduct(async ({ request }: Route.LoaderArgs & { world: World }) => ({
	sent: new URL(request.url).searchParams.has("geschickt"),
}));

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, emailForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { ip } = visitorOf(request, context);
	const wanted = onwardPath(request, "/");
	const outcome = await askForSignInLink(world, { ...form.value, ip, onward: wanted === "/" ? null : wanted });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward("/anmelden/link?geschickt");
});

export default function AskForLink({ loaderData, actionData }: Route.ComponentProps) {
	return <AskByMail words="link" sent={loaderData.sent} reply={actionData} />;
}
