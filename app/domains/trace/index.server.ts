export { link } from "./commands/link.server";
export { findByCode } from "./queries/find-by-code.server";
export { type Trace, traceOf } from "./queries/trace.server";
