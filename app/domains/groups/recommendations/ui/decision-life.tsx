import { Alert } from "~/design/alert";
import { Badge, type BadgeTone } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { TaskList } from "~/design/task-list";
import { LocalDate } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { TaskBadges } from "../../tasks/ui/task-table";
import { decisionMessages } from "../decision-messages";
import type { LifeState } from "../life";
import type { DecisionLife as Life } from "../queries/decision-life.server";

const tones: Record<LifeState, BadgeTone> = {
	published: "neutral",
	"under-way": "info",
	partly: "info",
	done: "success",
	"not-done": "danger",
	revoked: "danger",
	replaced: "warning",
};

/** How far a published decision is, in a word. */
export function LifeBadge({ state }: { state: LifeState }) {
	const t = useText(decisionMessages);
	return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}

/** What stands above everything: that a decision does not count any more, and what does. */
export function NoLonger({ life }: { life: Life }) {
	const t = useText(decisionMessages);
	const { dateLong } = useFormat();
	const { replacedBy, steps } = life;
	const revoked = steps.find(({ state }) => state === "revoked");
	return (
		<>
			{revoked && (
				<Alert tone="warning" title={t("life.revoked", { day: dateLong(revoked.at) })}>
					<p className="gw-lines">{revoked.text}</p>
				</Alert>
			)}
			{replacedBy && (
				<Alert
					tone={replacedBy.counts ? "warning" : "info"}
					title={t(replacedBy.counts ? "life.replacedSince" : "life.replacedFrom", { day: dateLong(replacedBy.from) })}
				>
					<p>
						{t("life.by")}: <a href={`/empfehlung/${replacedBy.code}`}>{replacedBy.title}</a>
					</p>
				</Alert>
			)}
		</>
	);
}

/** Kind, validity, what it replaces, and how far it is. */
export function LifeFacts({ life }: { life: Life }) {
	const t = useText(decisionMessages);
	const { dateLong } = useFormat();
	const { kind, validFrom, lastDay, state, replaces } = life;
	return (
		<SummaryList
			rows={[
				{ term: t("life.kind"), value: t(`kinds.${kind}`) },
				...(validFrom ? [{ term: t("life.validFrom"), value: <LocalDate value={validFrom} /> }] : []),
				...(lastDay ? [{ term: t("life.lastDay"), value: <LocalDate value={lastDay} /> }] : []),
				...(state ? [{ term: t("life.state"), value: <LifeBadge state={state} /> }] : []),
				...(replaces.length > 0
					? [
							{
								term: t("life.replaces"),
								value: (
									<>
										{replaces.map(({ code, title, from }) => (
											<span key={code}>
												<a href={`/empfehlung/${code}`}>{title}</a> ({t("life.replacesFrom", { day: dateLong(from) })}){" "}
											</span>
										))}
									</>
								),
							},
						]
					: []),
			]}
		/>
	);
}

/** Reasons, reports, reviews and tasks of a decision, with the acts that this reader may do. */
export function DecisionLife({ life, code }: { life: Life; code: string }) {
	const t = useText(decisionMessages);
	const { date, dateLong } = useFormat();
	const { reasons, state, steps, review, tasks, may, paths } = life;
	const here = `/empfehlung/${code}`;
	return (
		<>
			{reasons && (
				<Section id="begruendung" title={t("life.reasons")}>
					<p className="gw-lines">{reasons}</p>
				</Section>
			)}
			{state && (
				<Section id="umsetzung" title={t("life.steps")}>
					{steps.length === 0 ? (
						<p>{t("life.noSteps")}</p>
					) : (
						<ul>
							{steps.map((step) => (
								<li key={step.id}>
									<strong>{dateLong(step.at)}</strong> <LifeBadge state={step.state} />
									<p className="gw-lines">{step.text}</p>
								</li>
							))}
						</ul>
					)}
				</Section>
			)}
			<Section id="ueberpruefung" title={t("life.review")}>
				<p>
					{review.due && review.on
						? t("life.reviewDue", { day: dateLong(review.on) })
						: review.on
							? t("life.reviewOn", { day: dateLong(review.on) })
							: t("life.reviewNone")}
				</p>
				{review.done.length > 0 && (
					<ul>
						{review.done.map((one) => (
							<li key={one.dueOn}>{t("life.reviewed", { day: dateLong(one.at), result: one.result })}</li>
						))}
					</ul>
				)}
			</Section>
			{tasks.length > 0 && (
				<Section id="aufgaben" title={t("life.tasks")}>
					<TaskList
						label={t("life.tasks")}
						tasks={tasks.map((task) => ({
							title: task.title,
							href: task.href,
							hint: t("life.taskBy", { day: date(task.dueOn), post: task.post }),
							state: <TaskBadges state={task.state} urgency={task.urgency} />,
						}))}
					/>
				</Section>
			)}
			<ButtonRow>
				{may.report && (
					<LinkButton look="secondary" href={`${here}/umsetzung`}>
						{t("life.report")}
					</LinkButton>
				)}
				{may.review && (
					<LinkButton look={review.due ? "primary" : "secondary"} href={`${here}/ueberpruefung`}>
						{t("life.reviewNow")}
					</LinkButton>
				)}
				{may.addTask && (
					<LinkButton look="secondary" href={paths.task}>
						{t("life.addTask")}
					</LinkButton>
				)}
				{may.replace && (
					<LinkButton look="tertiary" href={`${here}/ersetzen`}>
						{t("life.replace")}
					</LinkButton>
				)}
				{may.particulars && (
					<LinkButton look="secondary" href={paths.particulars}>
						{t("life.particulars")}
					</LinkButton>
				)}
			</ButtonRow>
		</>
	);
}
