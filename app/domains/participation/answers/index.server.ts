export { answersManifest } from "./manifest.server";
export { countAnswered, coverage } from "./queries/coverage.server";
export { ownAnswer } from "./queries/own-answer.server";
export { answerFor, type LatestAnswer, latestAnswers, type PublicAnswer } from "./queries/public-answers.server";
