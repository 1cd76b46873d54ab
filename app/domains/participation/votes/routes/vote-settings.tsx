import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
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
import { ElectorateFields } from "../../ballots/ui/box-fields";
import { textOf } from "../../ballots/ui/typed";
import { changeVote } from "../commands/set-up.server";
import { settingsForm } from "../forms";
import { messages } from "../messages";
import { voteForChange } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import { unrankedMeanings, voteKinds } from "../vote";
import type { Route } from "./+types/vote-settings";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const vote = await voteForChange(world, params);
	if (vote.isFrozen) throw onward(vote.managed);
	return vote;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, managed } = await voteForChange(world, params);
	const form = await readForm(request, settingsForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await changeVote(world, { ...form.value, id });
	return outcome.done ? onward(managed) : again(form.typed, outcome.refusals);
});

export default function VoteSettings({ loaderData: vote, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const s = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed: Record<string, string | string[] | undefined> = actionData?.typed ?? {
		title: vote.title,
		intro: vote.intro,
		kind: vote.settings.kind,
		mostOptions: String(vote.settings.mostOptions ?? ""),
		pointsPerVoter: String(vote.settings.pointsPerVoter ?? ""),
		unranked: vote.choice.unranked,
		electorate: vote.electorate,
		paperDays: String(vote.paperDays),
	};
	const text = (name: string) => textOf(typed[name]);
	return (
		<>
			<title>{`${s("settings.title")} – ${vote.process.title}`}</title>
			<ManagedBoxCrumbs box={vote} list={s("list.title")} here={s("manage.settings")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={s("settings.title")} above={vote.process.title} />
			<Form draftKey={`vote:${vote.id}`}>
				<TextField name="title" label={s("settings.name")} value={text("title")} error={at("title")} />
				<TextArea
					name="intro"
					label={s("settings.intro")}
					hint={s("settings.introHint")}
					value={text("intro")}
					error={at("intro")}
					optional
				/>
				<RadioGroup
					name="kind"
					label={s("settings.kind")}
					value={text("kind")}
					error={at("kind")}
					choices={voteKinds.map((value) => ({ value, label: t(`kinds.${value}`), hint: t(`rules.${value}`) }))}
				/>
				<TextField
					name="mostOptions"
					label={s("settings.most")}
					hint={s("settings.mostHint")}
					value={text("mostOptions")}
					error={at("mostOptions")}
					inputMode="numeric"
					width="short"
					optional
				/>
				<TextField
					name="pointsPerVoter"
					label={s("settings.points")}
					hint={s("settings.pointsHint")}
					value={text("pointsPerVoter")}
					error={at("pointsPerVoter")}
					inputMode="numeric"
					width="short"
					optional
				/>
				<RadioGroup
					name="unranked"
					label={s("settings.unranked")}
					value={text("unranked")}
					error={at("unranked")}
					choices={unrankedMeanings.map((value) => ({ value, label: t(`rules.unranked.${value}`) }))}
					optional
				/>
				<ElectorateFields text={text} at={at} label={s("settings.electorate")} />
				<Button>{s("settings.save")}</Button>
			</Form>
			<p>
				<a href={vote.managed}>{s("settings.cancel")}</a>
			</p>
		</>
	);
}
