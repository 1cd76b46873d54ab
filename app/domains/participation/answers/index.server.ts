export { answersManifest } from "./manifest.server";
export { countAnswered, coverage } from "./queries/coverage.server";
export { answerFor, type LatestAnswer, latestAnswers, type PublicAnswer } from "./queries/public-answers.server";
