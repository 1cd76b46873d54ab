export { beginTexts } from "./commands/begin-text.server";
export { annotatedPassage } from "./queries/annotated-passage.server";
export { loadTextsPart, missingForTexts } from "./queries/part.server";
export { proposedAnswer } from "./queries/segments.server";
