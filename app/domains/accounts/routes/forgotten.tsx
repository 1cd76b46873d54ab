import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import type { World } from "~/platform/world.server";
import { askForReset } from "../commands/reset-password.server";
import { emailForm } from "../forms";
import { AskByMail } from "../ui/ask-by-mail";
import { visitorOf } from "../visitor.server";
import type { Route } from "./+types/forgotten";

export const loader = conduct(async ({ request }: Route.LoaderArgs & { world: World }) => ({
	sent: new URL(request.url).searchParams.has("geschickt"),
}));

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, emailForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { ip } = visitorOf(request, context);
	const outcome = await askForReset(world, { ...form.value, ip });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward("/passwort-vergessen?geschickt");
});

export default function Forgotten({ loaderData, actionData }: Route.ComponentProps) {
	return <AskByMail words="forgotten" sent={loaderData.sent} reply={actionData} />;
}
