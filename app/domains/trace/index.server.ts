export { link } from "./commands/link.server";
export { type Trace, traceOf } from "./queries/trace.server";
