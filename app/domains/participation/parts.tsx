import { ResolutionNotes } from "~/domains/council";
import { BudgetsPart } from "./budgets/index";
import { OriginPart } from "./consul-import/index";
import { EventsPart } from "./events/index";
import type { LoadedParts } from "./parts.server";
import { PlanningPart } from "./planning/index";
import { ProjectNote } from "./project-list/index";
import { SurveysPart } from "./surveys/index";
import { TextsPart } from "./texts/index";
import { VotesPart } from "./votes/index";

/** The blocks of a process's parts on its public page, one line per kind. */
export function ProcessParts({ parts, path }: { parts: LoadedParts; path: string }) {
	return (
		<>
			<ResolutionNotes resolutions={parts.resolutions} />
			{parts.origin && <OriginPart part={parts.origin} path={path} />}
			{parts.planning && <PlanningPart part={parts.planning} path={path} />}
			{parts.texts && <TextsPart part={parts.texts} path={path} />}
			{parts.surveys && <SurveysPart part={parts.surveys} path={path} />}
			{parts.events && <EventsPart part={parts.events} path={path} />}
			{parts.votes && <VotesPart part={parts.votes} path={path} />}
			{parts.budgets && <BudgetsPart part={parts.budgets} path={path} />}
			{parts.project && <ProjectNote project={parts.project} />}
		</>
	);
}

/** Whether a survey, a vote or a budget has its one answer for all: it stands in the overview of answers. */
export function isAnyResultTold({ surveys, votes, budgets }: LoadedParts): boolean {
	return [...(surveys?.surveys ?? []), ...(votes ?? []), ...(budgets ?? [])].some(({ isTold }) => isTold);
}
