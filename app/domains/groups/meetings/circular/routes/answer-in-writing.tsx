import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ErrorSummary } from "~/design/error-summary";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../../../messages";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { answerInWriting } from "../commands/answer-in-writing.server";
import { writtenForm } from "../forms";
import { circularMessages } from "../messages";
import { circularPage } from "../queries/circular-page.server";
import { ItemState } from "../ui/item-state";
import { WrittenForm } from "../ui/written-form";
import { writtenAnswers } from "../written";
import type { Route } from "./+types/answer-in-writing";

const found = (world: World, params: { place: string; group: string; meeting: string }) => {
	// the letter leads here: who is not signed in is asked to, instead of reading that there is nothing
	if (world.actor.kind === "guest") throw new SignInNeeded();
	return circularPage(world, { ...params, meeting: givenId(params.meeting) });
};

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await found(world, params)),
	saved: new URL(request.url).searchParams.has("danke"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const page = await found(world, params);
	const form = await readForm(request, writtenForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { item, seat, answer, reason } = form.value;
	if (!page.items.some(({ id }) => id === item)) throw new NotFound();
	const outcome = await answerInWriting(world, { itemId: item, membershipId: seat, answer, reason });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/sitzungen/${page.id}/schriftlich?danke`);
});

/** A circular procedure for members: what is asked, and their own answer to every item. */
export default function AnswerInWriting({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(circularMessages);
	const words = useText(messages);
	const { dateTime } = useFormat();
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed;
	const group = `/o/${page.place.slug}/arbeitskreise/${page.group.slug}`;
	const mine = page.items.some(({ own }) => own.length > 0);
	return (
		<>
			<title>{`${t("title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: page.group.name, href: group },
					{ label: page.title, href: `${group}/sitzungen/${page.id}` },
					{ label: t("title") },
				]}
			/>
			{page.saved && !actionData && <Alert tone="success" title={t("saved")} live />}
			<ErrorSummary errors={errors} />
			<PageTitle title={page.title} above={page.group.name} lead={t("lead", { date: dateTime(page.until) })} />
			{page.over && <Alert title={t("over")} />}
			{!page.over && !page.may.answer && <Alert title={t("notYet")} />}
			{page.may.answer && !mine && <p>{t("none")}</p>}
			{page.items.map((item) => (
				<Section
					key={item.id}
					id={`top-${item.position}`}
					title={`${words("meeting.item", { number: String(item.position) })}: ${item.title}`}
				>
					<ItemState item={item} />
					{page.may.answer &&
						item.own.map((seat) => {
							const again = typed && typed.item === item.id && typed.seat === seat.id;
							const typedAnswer = writtenAnswers.find((one) => one === typedText(typed, "answer"));
							return (
								<WrittenForm
									key={seat.id}
									itemId={item.id}
									seat={seat}
									answer={again ? (typedAnswer ?? "") : seat.answer}
									reason={again ? typedText(typed, "reason") : seat.reason}
									at={again ? at : () => undefined}
								/>
							);
						})}
				</Section>
			))}
		</>
	);
}
