import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TaskList } from "~/design/task-list";
import { personIdOf } from "~/platform/actor";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { stored, untilAfter } from "../../days.server";
import { reportAbsence } from "../commands/absences.server";
import { absenceForm } from "../forms";
import { messages } from "../messages";
import { ownAbsencePage } from "../queries/absence-pages.server";
import { AbsenceFields } from "../ui/absence-fields";
import type { Route } from "./+types/own-absence";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => ({
	...(await ownAbsencePage(world)),
	ended: new URL(request.url).searchParams.has("zurueck"),
}));

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const personId = personIdOf(world.actor);
	if (!personId) throw new SignInNeeded();
	const form = await readForm(request, absenceForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { firstDay, lastDay, coverPost, reason } = form.value;
	const outcome = await reportAbsence(world, {
		personId,
		ownerId: null,
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
		coverPostId: coverPost,
		reason,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/abwesenheit/${outcome.value.absenceId}?gemeldet`);
});

/** One page, so that it is done in a minute, on a telephone, by somebody ill. */
export default function OwnAbsence({ loaderData, actionData }: Route.ComponentProps) {
	const { day, led, absences, posts, choices, standing, ended } = loaderData;
	const t = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("own.title")} – Gemeinwerk`}</title>
			<ErrorSummary errors={problems.errors} />
			{ended && !actionData && <Alert tone="success" title={t("one.ended")} live />}
			<PageTitle title={t("own.title")} lead={t("own.lead")} />
			{absences.length > 0 && (
				<Section id="gemeldet" title={t("own.now")}>
					<TaskList
						tasks={absences.map(({ id, from, until }) => ({
							title: until ? `${date(from)} – ${date(until)}` : `${date(from)}, ${t("one.open")}`,
							href: `/abwesenheit/${id}`,
						}))}
					/>
				</Section>
			)}
			{posts.length === 0 ? (
				<EmptyState title={t("own.noPost")}>
					<p>{t("own.noPostText")}</p>
				</EmptyState>
			) : (
				<>
					<p>{t("own.posts", { posts: posts.map(({ label }) => label).join(", ") })}</p>
					<Form>
						<AbsenceFields
							typed={actionData?.typed}
							day={day}
							choices={choices}
							usual={standing ? t("fields.coverStanding", { posts: standing }) : t("fields.coverNone")}
							reasonHint={t("fields.reasonHint")}
							at={problems.at}
						/>
						<Button>{t("submit")}</Button>
					</Form>
				</>
			)}
			{led.length > 0 && (
				<Section id="andere" title={t("own.others")}>
					<ul>
						{led.map(({ slug, name }) => (
							<li key={slug}>
								<a href={`/o/${slug}/verwaltung/abwesenheiten/neu`}>{t("own.othersAt", { place: name })}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
