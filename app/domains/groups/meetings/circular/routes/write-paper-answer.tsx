import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { runGroup } from "../../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { answerInWriting } from "../commands/answer-in-writing.server";
import { paperForm } from "../forms";
import { circularMessages } from "../messages";
import { circularPage } from "../queries/circular-page.server";
import { WrittenForm } from "../ui/written-form";
import { writtenAnswers } from "../written";
import type { Route } from "./+types/write-paper-answer";

type Params = { place: string; group: string; meeting: string; item: string; seat: string };

const found = async (world: World, params: Params) => {
	await runGroup(world, params);
	const page = await circularPage(world, { ...params, meeting: givenId(params.meeting) });
	const item = page.items.find(({ id }) => id === params.item);
	const seat = page.seats.find(({ id }) => id === params.seat);
	if (!item || !seat) throw new NotFound();
	const { id, title, place, group } = page;
	const witnesses = page.seats.filter((one) => one.id !== seat.id);
	return {
		meeting: { id, title },
		place,
		group,
		item: { id: item.id, title: item.title, proposal: item.proposal },
		seat,
		witnesses,
	};
};

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => found(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { meeting, item, seat } = await found(world, params);
	const form = await readForm(request, paperForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { answer, reason, witness } = form.value;
	const outcome = await answerInWriting(world, {
		itemId: item.id,
		membershipId: seat.id,
		answer,
		reason,
		witnessId: witness || null,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${meeting.id}/umlauf`);
});

/** Writes down what a member without e-mail answered on a signed paper. */
export default function WritePaperAnswer({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(circularMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<>
			<title>{`${t("run.write")} – ${page.meeting.title}`}</title>
			<GroupCrumbs place={page.place} group={page.group} meeting={page.meeting} last={t("run.write")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("run.write")} above={page.item.title} />
			<p>
				<strong>{t("proposal")}:</strong> {page.item.proposal}
			</p>
			<WrittenForm
				itemId={page.item.id}
				seat={page.seat}
				answer={writtenAnswers.find((one) => one === typedText(typed, "answer")) ?? ""}
				reason={typedText(typed, "reason")}
				at={at}
				witness={{ seats: page.witnesses, chosen: typedText(typed, "witness") }}
			/>
		</>
	);
}
