import { DataTable } from "~/design/data-table";
import { useText } from "~/platform/i18n";
import type { DutyPhase } from "../../content";
import { messages as publicMessages } from "../../messages";
import { messages } from "../messages";

type Duty = { task: string; phase: DutyPhase; responsible: string; helpers: readonly string[] };

/** Task by party, in each cell the phases: who is responsible, who helps. Parties by name. */
export function DutyMatrix({ duties, parties }: { duties: readonly Duty[]; parties: readonly string[] }) {
	const t = useText(messages);
	const say = useText(publicMessages);
	const tasks = [...new Set(duties.map(({ task }) => task))];
	const cell = (task: string, party: string) =>
		duties
			.filter((duty) => duty.task === task && (duty.responsible === party || duty.helpers.includes(party)))
			.map((duty) => ({
				phase: duty.phase,
				words: t("inPhase", {
					phase: say(`phases.${duty.phase}`),
					what: t(duty.responsible === party ? "responsible" : "helps"),
				}),
			}));
	return (
		<DataTable
			caption={t("matrix")}
			rows={tasks.map((task) => ({ task }))}
			rowKey={({ task }) => task}
			columns={[
				{ key: "task", header: say("page.task"), rowHeader: true, cell: ({ task }) => task },
				...parties.map((party, index) => ({
					key: `party-${index}`,
					header: party,
					cell: ({ task }: { task: string }) => {
						const entries = cell(task, party);
						if (entries.length === 0) return t("none");
						return entries.map(({ phase, words }) => (
							<span key={phase}>
								{words}
								<br />
							</span>
						));
					},
				})),
			]}
		/>
	);
}
