import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { Icon } from "./icon";
import { messages } from "./messages";

export type Phase = {
	title: string;
	/** When, in words or as Period. */
	period?: ReactNode;
	/** What happens, one sentence. */
	text?: string;
	state: "done" | "now" | "next";
};

/** The phases of a process in their order; the state stands there in words too. */
export function PhaseTimeline({ phases, label }: { phases: readonly Phase[]; label?: string }) {
	const t = useText(messages);
	return (
		<ol className="gw-phases" aria-label={label ?? t("phases.label")}>
			{phases.map((phase, index) => (
				<li
					key={phase.title}
					className={`gw-phase gw-phase--${phase.state}`}
					aria-current={phase.state === "now" ? "step" : undefined}
				>
					<span className="gw-phase__mark" aria-hidden="true">
						{phase.state === "done" ? <Icon name="check" small /> : index + 1}
					</span>
					<div className="gw-phase__text">
						<p className="gw-phase__state">{t(`phases.${phase.state}`)}</p>
						<p className="gw-phase__title">{phase.title}</p>
						{phase.period && <p className="gw-phase__period">{phase.period}</p>}
						{phase.text && <p className="gw-phase__words">{phase.text}</p>}
					</div>
				</li>
			))}
		</ol>
	);
}
