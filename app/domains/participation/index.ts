export { differenceOf } from "~/platform/passages/words";
export { DispositionBadge } from "./answers";
export { ProcessCard } from "./processes/ui/process-card";
