export { AnswerBox, DispositionBadge } from "./ui/answer-box";
export { CoverageMeter } from "./ui/coverage-meter";
