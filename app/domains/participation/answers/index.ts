export { outcomePath } from "./addresses";
export { outcomeMessages } from "./outcome-messages";
export { AnswerBox, AnsweredQuestion, DispositionBadge } from "./ui/answer-box";
export { CoverageMeter } from "./ui/coverage-meter";
