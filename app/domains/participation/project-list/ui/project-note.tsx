import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ProjectStage } from "../project";

/** On the page of a process: the project of the project list that it belongs to. */
export function ProjectNote({ project }: { project: { code: string; title: string; stage: ProjectStage } }) {
	const t = useText(messages);
	return (
		<Section id="vorhaben" title={t("partOf.title")}>
			<p>
				<a href={`/vorhaben/${project.code}`}>
					{t("partOf.text", { title: project.title, stage: t(`stages.${project.stage}`) })}
				</a>
			</p>
		</Section>
	);
}
