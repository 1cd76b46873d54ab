import { CheckboxGroup } from "~/design/choice-group";
import { TextField } from "~/design/text-field";
import { useFormat, useText } from "~/platform/i18n";
import { textOf } from "../../ballots/ui/typed";
import { messages } from "../messages";
import type { BallotPaper } from "../queries/paper.server";

type Typed = Record<string, string | string[]>;

/** The fields of the ballot paper: a tick, or a number of points, per project. */
export function BallotFields({
	paper,
	typed,
	at,
}: {
	paper: Pick<BallotPaper, "ballot" | "projects" | "points">;
	/** What was typed before it was refused; otherwise what is saved is shown. */
	typed: Typed | undefined;
	at: (field: string) => string | undefined;
}) {
	const t = useText(messages);
	const { money } = useFormat();
	const facts = ({ summary, costCents, runningCents }: BallotPaper["projects"][number]) =>
		[
			t("paper.costs", { cost: money(costCents ?? 0n) }),
			...(runningCents === null ? [] : [t("paper.running", { cost: money(runningCents) })]),
			summary,
		].join(" · ");
	if (paper.ballot === "approval") {
		return (
			<CheckboxGroup
				name="project"
				label={t("paper.choose")}
				error={at("project")}
				values={typed ? [typed.project ?? []].flat() : Object.keys(paper.points)}
				choices={paper.projects.map((project) => ({
					value: String(project.number),
					label: `${project.number}. ${project.title}`,
					hint: facts(project),
				}))}
			/>
		);
	}
	return (
		<fieldset className="kern-fieldset">
			<legend className="kern-label">{t("paper.choose")}</legend>
			<div className="kern-fieldset__body gw-flow">
				{paper.projects.map((project) => {
					const name = `points-${project.number}`;
					return (
						<TextField
							key={name}
							name={name}
							label={`${project.number}. ${project.title}`}
							hint={facts(project)}
							value={typed ? textOf(typed[name]) : String(paper.points[String(project.number)] ?? "")}
							error={at(name)}
							inputMode="numeric"
							width="short"
							maxLength={3}
							optional
						/>
					);
				})}
			</div>
		</fieldset>
	);
}
