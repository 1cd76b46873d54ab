export { AnswerBox } from "./ui/answer-box";
export { CoverageMeter } from "./ui/coverage-meter";
