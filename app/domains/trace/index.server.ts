export { link } from "./commands/link.server";
export { traceOf } from "./queries/trace.server";
