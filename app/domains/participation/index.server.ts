export { latestAnswers } from "./answers/index.server";
export { placeOfContribution } from "./contributions/queries/place-of-contribution.server";
export { listProcesses } from "./processes/queries/process-list.server";
