import { Alert } from "~/design/alert";
import { Badge, type BadgeTone } from "~/design/badge";
import { Section } from "~/design/layout";
import { TaskList } from "~/design/task-list";
import { useFormat, useText } from "~/platform/i18n";
import { afterMessages } from "../after-messages";
import type { AfterSummary } from "../queries/after-summary.server";

const tones: Record<NonNullable<AfterSummary["inside"]>["handover"], BadgeTone> = {
	none: "neutral",
	waits: "warning",
	overdue: "danger",
	confirmed: "success",
};

/** That an amendment takes its place, or that it is one itself; for everybody who reads the agreement. */
export function AfterAlerts({ after, code }: { after: AfterSummary; code: string }) {
	const t = useText(afterMessages);
	const { date } = useFormat();
	const { successor, amends } = after;
	return (
		<>
			{successor && (
				<Alert tone="warning" title={t("successor", { day: date(successor.from), number: successor.number })}>
					<p>
						<a href={`/vereinbarungen/${successor.code}`}>{t("toSuccessor", { number: successor.number })}</a>
					</p>
				</Alert>
			)}
			{amends && (
				<Alert title={t("amends", { number: amends.number })}>
					<p>
						<a href={`/vereinbarungen/${code}/aenderungen`}>{t("changes")}</a>{" "}
						<a href={`/vereinbarungen/${amends.code}`}>{amends.number}</a>
					</p>
				</Alert>
			)}
		</>
	);
}

/** Where the parties go on after the signature. */
export function AfterSection({ after: { inside }, code }: { after: AfterSummary; code: string }) {
	const t = useText(afterMessages);
	if (!inside) return null;
	const here = `/vereinbarungen/${code}`;
	const number = (count: number) =>
		count > 0 ? <Badge tone="info">{t("count", { count: String(count) })}</Badge> : undefined;
	return (
		<Section title={t("title")} id="danach">
			<TaskList
				label={t("title")}
				tasks={[
					{
						title: t("obligations"),
						href: `${here}/pflichten`,
						state:
							inside.overdue > 0 ? (
								<Badge tone="danger">{t("overdue", { count: inside.overdue })}</Badge>
							) : (
								<Badge>{inside.open > 0 ? t("open", { count: String(inside.open) }) : t("nothing")}</Badge>
							),
					},
					{
						title: t("handover"),
						href: `${here}/uebergabe`,
						state: <Badge tone={tones[inside.handover]}>{t(`handovers.${inside.handover}`)}</Badge>,
					},
					{ title: t("amendments"), href: `${here}/nachtrag`, state: number(inside.amendments) },
					{ title: t("ending"), href: `${here}/ende`, state: number(inside.notices) },
					{ title: t("record"), href: `${here}/akte` },
				]}
			/>
		</Section>
	);
}
