export { link, linkAll, unlink } from "./commands/link.server";
export { findByCode } from "./queries/find-by-code.server";
export { traceOf } from "./queries/trace.server";
