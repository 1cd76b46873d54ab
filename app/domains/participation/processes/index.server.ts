export { isOpenFor, mayManage, mayManageProcesses, mayReadProcess, worksFor } from "./policy.server";
export { type FoundProcess, processAt, processByCode, processById } from "./queries/find-process.server";
export { openWork } from "./queries/open-work.server";
export { postChoices, publicPost } from "./queries/posts.server";
export { processesInWork } from "./queries/processes-in-work.server";
