export { DispositionBadge } from "./answers";
export { ProcessCard } from "./processes/ui/process-card";
export { differenceOf } from "./texts/words";
