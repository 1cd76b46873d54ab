export { latestAnswers } from "./answers/index.server";
export { listProcesses } from "./processes/queries/process-list.server";
