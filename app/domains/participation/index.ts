export { differenceOf } from "~/platform/passages/words";
export { DispositionBadge } from "./answers";
export { isHoliday } from "./planning/holidays";
export { ProcessCard } from "./processes/ui/process-card";
