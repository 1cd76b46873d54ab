export { type FoundProcess, processAt, processById, spaceAt } from "./queries/find-process.server";
export { isOpenFor, mayReadProcess, worksFor } from "./policy.server";
