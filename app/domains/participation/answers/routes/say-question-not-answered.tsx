import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { type KeyParams, ownKeyOf } from "../../contributions/own-key";
import type { OwnKey } from "../../contributions/queries/find-contribution.server";
import { sayQuestionNotAnswered } from "../commands/say-not-answered.server";
import { objectionForm } from "../forms";
import { ownQuestionAnswer } from "../queries/own-answer.server";
import { Objection } from "../ui/objection";
import type { Route } from "./+types/say-question-not-answered";

/** By the link of the receipt, or signed in by the code. */
function keyFrom(world: World, params: KeyParams): OwnKey {
	if (!params.token && world.actor.kind !== "person") throw new SignInNeeded();
	return ownKeyOf(params);
}

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	ownQuestionAnswer(world, keyFrom(world, params)),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const key = keyFrom(world, params);
	const form = await readForm(request, objectionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await sayQuestionNotAnswered(world, { key, text: form.value.text });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(new URL(request.url).pathname);
});

export default function NotAnswered({ loaderData, actionData }: Route.ComponentProps) {
	return <Objection own={loaderData} sent={actionData} />;
}
