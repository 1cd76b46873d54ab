import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ManagedBoxCrumbs } from "../../ballots/ui/box-crumbs";
import { textOf } from "../../ballots/ui/typed";
import { addOption, changeOption, removeOption } from "../commands/set-up.server";
import { optionForm } from "../forms";
import { voteForChange } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/option";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const vote = await voteForChange(world, params);
	if (vote.isFrozen) throw onward(vote.managed);
	return vote;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id: voteId, managed, option } = await voteForChange(world, params);
	const form = await readForm(request, optionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { weg, ...input } = form.value;
	const outcome = !option
		? await addOption(world, { ...input, voteId })
		: weg
			? await removeOption(world, { voteId, number: option.number })
			: await changeOption(world, { ...input, voteId, number: option.number });
	return outcome.done ? onward(`${managed}#varianten`) : again(form.typed, outcome.refusals);
});

/** A new option, or one that is changed or taken off the ballot. */
export default function Option({ loaderData: vote, actionData }: Route.ComponentProps) {
	const s = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const { option } = vote;
	const typed: Record<string, string | string[] | undefined> = actionData?.typed ?? {
		title: option?.title,
		text: option?.text,
	};
	const title = s(option ? "option.changeTitle" : "option.newTitle");
	return (
		<>
			<title>{`${title} – ${vote.title}`}</title>
			<ManagedBoxCrumbs box={vote} list={s("list.title")} here={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={vote.title} lead={option?.passive ? s("option.passive") : undefined} />
			<Form draftKey={`vote-option:${vote.id}:${option?.number ?? "neu"}`}>
				<TextField name="title" label={s("option.title")} value={textOf(typed.title)} error={at("title")} />
				<TextArea
					name="text"
					label={s("option.text")}
					hint={s("option.textHint")}
					value={textOf(typed.text)}
					error={at("text")}
					optional
				/>
				<Button>{s("option.save")}</Button>
				{option && !option.passive && (
					<Button name="weg" value="weg" look="secondary">
						{s("option.remove")}
					</Button>
				)}
			</Form>
		</>
	);
}
