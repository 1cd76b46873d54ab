export { beginTexts } from "./commands/begin-text.server";
export { copyTexts } from "./commands/copy-texts.server";
export { annotatedPassage } from "./queries/annotated-passage.server";
export { textContent } from "./queries/content.server";
export { loadTextsPart, missingForTexts } from "./queries/part.server";
export { proposedAnswer } from "./queries/segments.server";
