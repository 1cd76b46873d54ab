import { LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { agendaMessages } from "../messages";
import type { Motions } from "../queries/motions.server";

/** What members asked for, and what became of it; for those inside the group. */
export function MotionList({ motions, here }: { motions: Motions; here: string }) {
	const t = useText(agendaMessages);
	const { date } = useFormat();
	if (motions.list.length === 0 && !motions.may) return null;
	return (
		<Section
			id="antraege"
			title={t("motions")}
			intro={motions.may ? t("until", { date: date(motions.until) }) : undefined}
			aside={
				motions.may && (
					<LinkButton small href={`${here}/antrag`}>
						{t("submit")}
					</LinkButton>
				)
			}
		>
			{motions.list.length === 0 ? (
				<p>{t("none")}</p>
			) : (
				<ul>
					{motions.list.map(({ id, title, text, name, position, declined }) => (
						<li key={id}>
							<strong>{title}</strong> {name && t("by", { name })}:{" "}
							{position !== null
								? t("taken", { position: String(position) })
								: declined
									? t("declined", { reason: declined })
									: t("open")}
							<br />
							{text}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
