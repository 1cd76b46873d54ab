export { latestAnswers } from "./answers/index.server";
export { eventsAtPlace } from "./events/index.server";
export { processesForConcern } from "./from-concerns/queries/carry-page.server";
export { countHolders } from "./holders.server";
export { placeOfPage } from "./place-of-page.server";
export { openWork as processWork, processesInWork } from "./processes/index.server";
export { listProcesses } from "./processes/queries/process-list.server";
export { projectsAtPlace } from "./project-list/index.server";
