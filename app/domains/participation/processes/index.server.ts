export { isOpenFor, mayManageProcesses, mayReadProcess, worksFor } from "./policy.server";
export { type FoundProcess, processAt, processById } from "./queries/find-process.server";
export { postChoices, publicPost } from "./queries/posts.server";
export { processesInWork } from "./queries/processes-in-work.server";
